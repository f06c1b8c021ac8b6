defmodule ExMonty do
  @moduledoc """
  Runs untrusted, machine-written Python from Elixir, safely and fast.

      iex> ExMonty.eval("x + y", inputs: %{"x" => 10, "y" => 20})
      {:ok, 30, ""}

      iex> ExMonty.eval("print('hello world')")
      {:ok, nil, "hello world\\n"}

  The interpreter is a program of its own, `exmonty`, that runs in OS processes beside the BEAM. A Python program sees no
  file, no network and no clock but what Elixir hands to it, and ends at its limits. The worst it can do is lose its own
  process, which costs its caller an `{:error, %ExMonty.Error{}}` and nobody else anything.

  ## Running a program

  | | |
  |---|---|
  | `eval/2` | source text in, `{:ok, value, output}` out |
  | `compile/2`, `run/3` | compile once, run many times |
  | `start/3`, `resume/3` | run until the program needs its host, answer, go on |
  | `dump/2`, `load_runner/2`, `dump_snapshot/2`, … | programs and paused runs as signed binaries |

  The value of a program is that of its last statement when that is an expression, else `nil`. `output` is what it
  printed. A program that raises gives `{:error, %ExMonty.Exception{}}`; what goes wrong outside the program gives
  `{:error, %ExMonty.Error{}}`; data that does not fit (missing inputs, values that cannot cross, bad limits) gives
  `{:error, text}`. The functions with `!` return the value and raise instead.

  ## Types

  | Python | Elixir |
  |---|---|
  | `None`, `True`, `False` | `nil`, `true`, `false` |
  | `int`, `float` | integer, float (`:infinity`, `:neg_infinity`, `:nan`) |
  | `str`, `bytes` | binary, `{:bytes, binary}` |
  | `list`, `tuple`, `dict` | list, tuple, map |
  | `set`, `frozenset` | `MapSet` |
  | exceptions, dataclasses | `ExMonty.Exception`, `ExMonty.Dataclass` |

  `ExMonty.Value` has the complete table.

  ## Options

  These options are the same wherever they occur:

    * `:inputs` - names and values that the program finds as global variables; a map or a keyword list
    * `:limits` - see `ExMonty.Limits`
    * `:script_name` - what tracebacks call the program (default `"main.py"`)
    * `:pool` - which `ExMonty.Pool` to use (default: one that starts on first use)
    * `:timeout` - wall-clock time for the whole call in ms, waiting for a worker included (default `:infinity`); the
      process is killed when it passes
    * `:clock` - `:system` (default), `{:fixed, %DateTime{}}` or `:none`: what `time.time()` and the like see
    * `:seed` - an integer that makes random numbers and the order of sets repeatable
    * `:stream` - a pid, which gets `{:ex_monty, reference, :stdout | :stderr, text}`, `{pid, reference}`, or a function
      of channel and text: output while the program runs; the result still holds the whole
    * `:stderr` - `:merge` (default) into the output, `:separate`, or `:discard`
    * `:tenant` - any term; a tenant whose programs keep crashing workers is refused for a while
    * `:usage` - `true` adds `%ExMonty.Usage{}` as the last element of a result

  An unknown option raises `ArgumentError`.

  ## What dies when

  Each worker of a pool is a process with one OS process, and neither outlives the other. A run dies with the process
  that called `eval` (or `run`, `start`, `resume`), and at its timeout. A paused run is a value: nothing keeps it alive
  but references to it. See `ExMonty.Pool`.
  """

  alias ExMonty.{
    Call,
    Dump,
    Error,
    Exception,
    FunctionCall,
    FutureSnapshot,
    Limits,
    Options,
    OsCall,
    Progress,
    Protocol,
    Runner,
    Snapshot,
    Usage
  }

  alias ExMonty.Msgpack.Packer

  @typedoc "Names and values for a program; names are atoms or strings."
  @type inputs :: %{optional(atom() | String.t()) => term()} | [{atom() | String.t(), term()}]

  @typedoc "A failure: of the program, of the machinery, or of data that does not fit."
  @type failure :: {:error, Exception.t() | Error.t() | String.t()}

  @typedoc "A finished program: its value, what it printed, and its usage if that was asked for."
  @type result :: {:ok, term(), String.t()} | {:ok, term(), String.t(), Usage.t()}

  @typedoc "Where a started program stands. The last text is what it printed since the previous pause."
  @type progress ::
          {:function_call, FunctionCall.t(), Snapshot.t(), String.t()}
          | {:method_call, FunctionCall.t(), Snapshot.t(), String.t()}
          | {:os_call, OsCall.t(), Snapshot.t(), String.t()}
          | {:name_lookup, String.t(), Snapshot.t(), String.t()}
          | {:resolve_futures, FutureSnapshot.t(), String.t()}
          | {:complete, term(), String.t()}
          | {:complete, term(), String.t(), Usage.t()}

  @typedoc "An answer to a pause."
  @type answer ::
          {:ok, term()} | {:error, atom() | String.t(), String.t()} | :pending | :undefined | :no_handler

  # -- programs ---------------------------------------------------------------------------------------------------

  @doc """
  Runs a program.

  ## Options

  `:inputs`, `:script_name`, `:limits`, `:pool`, `:timeout`, `:clock`, `:seed`, `:stream`, `:stderr`, `:usage`,
  `:tenant`, as described above.

  ## Examples

      iex> ExMonty.eval("[x**2 for x in range(5)]")
      {:ok, [0, 1, 4, 9, 16], ""}

      iex> {:error, exception} = ExMonty.eval("1 / 0")
      iex> {exception.type, exception.message}
      {:zero_division_error, "division by zero"}

      iex> ExMonty.eval("x", inputs: %{"" => 1})
      {:error, "inputs must not contain empty strings"}
  """
  @spec eval(String.t(), keyword()) :: result() | failure()
  def eval(code, opts \\ []) when is_binary(code) do
    with {:ok, options} <- Options.parse(:eval, opts),
         {:ok, given} <- named(options.inputs),
         {:ok, runner} <- Runner.new(code, %{options | inputs: Map.keys(given)}) do
      run_to_end(runner, given, options)
    end
  end

  # The names of inputs declare them here, so a name that stands twice is found before it could be declared.
  defp named(nil), do: {:ok, %{}}
  defp named(inputs), do: Runner.named_inputs(inputs)

  @doc """
  Compiles a program, to be run later and more than once.

  ## Options

    * `:inputs` - names of the variables that every run provides, as a list of atoms or strings
    * `:script_name`, `:limits`, `:pool`, `:timeout` - as described above

  ## Examples

      iex> {:ok, runner} = ExMonty.compile("x * 2", inputs: ["x"])
      iex> ExMonty.run(runner, %{"x" => 5})
      {:ok, 10, ""}

      iex> {:error, exception} = ExMonty.compile("x ==")
      iex> {exception.type, exception.message}
      {:syntax_error, "invalid syntax"}
  """
  @spec compile(String.t(), keyword()) :: {:ok, Runner.t()} | failure()
  def compile(code, opts \\ []) when is_binary(code) do
    with {:ok, options} <- Options.parse(:compile, opts),
         {:ok, runner} <- Runner.new(code, options) do
      fields = [Runner.packed(runner), Protocol.limits(options.limits)]
      # The worker keeps what it compiled by its key; the handle is given back at once.
      drop = fn handle, id -> Protocol.frame(:drop, id, [Packer.integer(handle)]) end

      case Call.request(:compile, fields, options, duration: Call.duration(options), also: [drop]) do
        {:ok, {:compiled, _fields}} -> {:ok, runner}
        {:ok, reply} -> Progress.result(reply, options)
        {:error, reason} -> {:error, reason}
      end
    end
  end

  @doc """
  Runs a compiled program to its end.

  It never asks its host for anything: an unknown name is a NameError, and files do not exist.

  ## Options

  `:limits`, `:pool`, `:timeout`, `:clock`, `:seed`, `:stream`, `:stderr`, `:usage`, `:tenant`, as described above.

  ## Examples

      iex> {:ok, runner} = ExMonty.compile("x * 2", inputs: [:x])
      iex> ExMonty.run(runner, x: 10)
      {:ok, 20, ""}
      iex> ExMonty.run(runner)
      {:error, "missing required inputs: x"}
  """
  @spec run(Runner.t(), inputs(), keyword()) :: result() | failure()
  def run(%Runner{} = runner, inputs \\ %{}, opts \\ []) do
    with {:ok, options} <- Options.parse(:run, opts), do: run_to_end(runner, inputs, options)
  end

  defp run_to_end(runner, inputs, options) do
    with {:ok, packed} <- Runner.pack_inputs(runner, inputs),
         {:ok, reply} <- begin(:run, runner, packed, options, %{}) do
      Progress.result(reply, options)
    end
  end

  defp begin(message, runner, inputs, options, more) do
    limits = Protocol.limits(options.limits)
    wire = Options.wire(options, more)
    duration = Call.duration(options)
    Call.with_program(runner, &Call.request(message, [&1, inputs, limits, wire], options, duration: duration))
  end

  # -- pauses -----------------------------------------------------------------------------------------------------

  @doc """
  Runs a compiled program until it ends or needs its host.

  A call of an unknown function pauses as `:function_call`, reading an unknown name as `:name_lookup`, a file or the
  environment as `:os_call`, a method of a dataclass that came from Elixir as `:method_call`.

  ## Options

  `:limits`, `:pool`, `:timeout`, `:clock`, `:seed`, `:stream`, `:stderr`, `:usage`, `:tenant`, as described above.
  `:park` may say `:always` or a number of bytes; snapshots carry their bytes in any case.

  ## Examples

      iex> {:ok, runner} = ExMonty.compile("fetch(url).upper()", inputs: ["url"])
      iex> {:ok, {:function_call, call, snapshot, ""}} = ExMonty.start(runner, %{"url" => "https://example.com"})
      iex> {call.name, call.args}
      {"fetch", ["https://example.com"]}
      iex> ExMonty.resume(snapshot, {:ok, "body"})
      {:ok, {:complete, "BODY", ""}}
  """
  @spec start(Runner.t(), inputs(), keyword()) :: {:ok, progress()} | failure()
  def start(%Runner{} = runner, inputs \\ %{}, opts \\ []) do
    with {:ok, options} <- Options.parse(:start, opts),
         {:ok, packed} <- Runner.pack_inputs(runner, inputs),
         {:ok, reply} <- begin(:start, runner, packed, options, %{park: Progress.park()}) do
      progress(reply, options, Call.duration(options))
    end
  end

  @doc """
  Answers a pause and goes on.

  | answer | to | |
  |---|---|---|
  | `{:ok, value}` | all | the result of the call, or the value of the name |
  | `{:ok, {:function, name}}` | name lookups | the name is a function of the host |
  | `{:error, type, message}` | calls | raises this exception in the program |
  | `:pending` | function and method calls | the result comes later; the program gets an awaitable |
  | `:undefined` | name lookups | NameError |
  | `:no_handler` | OS calls | nobody answers: PermissionError for files, RuntimeError otherwise |

  An answer that does not fit gives `{:error, text}`, and the snapshot can be resumed still.

  ## Options

  `:limits` (can only lower those of the run), `:pool`, `:timeout`, `:clock`, `:stream`, `:stderr`, `:usage`, `:tenant`,
  `:park`, as for `start/3`; clock and stderr stay as they were unless they are given.

  ## Examples

      iex> {:ok, runner} = ExMonty.compile("fetch()")
      iex> {:ok, {:function_call, _call, snapshot, ""}} = ExMonty.start(runner)
      iex> ExMonty.resume(snapshot, {:error, :no_such_type, "?"})
      {:error, "unknown exception type: :no_such_type"}
      iex> {:error, exception} = ExMonty.resume(snapshot, {:error, :value_error, "no luck"})
      iex> Exception.message(exception)
      "ValueError: no luck"
  """
  @spec resume(Snapshot.t(), answer(), keyword()) :: {:ok, progress()} | failure()
  def resume(%Snapshot{} = snapshot, answer, opts \\ []) do
    with {:ok, options} <- Options.parse(:resume, opts),
         :ok <- Snapshot.check_answer(snapshot, answer),
         {:ok, outcome} <- Protocol.outcome(answer) do
      go_on(:resume, snapshot, outcome, options)
    end
  end

  @doc """
  Gives results of calls that were answered `:pending`, and goes on.

  `results` are `{call_id, {:ok, value}}` or `{call_id, {:error, type, message}}`, in a list or a map: some of the
  pending calls, all, or none (which lets a timer fire, see `wake_in/1`).

  ## Options

  As for `resume/3`.

  ## Examples

      iex> {:ok, runner} = ExMonty.compile("import asyncio\\nasync def f():\\n    return await get()\\nasyncio.run(f())")
      iex> {:ok, {:function_call, call, snapshot, ""}} = ExMonty.start(runner)
      iex> {:ok, {:resolve_futures, futures, ""}} = ExMonty.resume(snapshot, :pending)
      iex> ExMonty.resume_futures(futures, [{call.call_id, {:ok, 5}}])
      {:ok, {:complete, 5, ""}}
  """
  @spec resume_futures(FutureSnapshot.t(), [{non_neg_integer(), answer()}] | map(), keyword()) ::
          {:ok, progress()} | failure()
  def resume_futures(%FutureSnapshot{} = futures, results, opts \\ []) do
    with {:ok, options} <- Options.parse(:resume, opts),
         results = Enum.to_list(results),
         :ok <- FutureSnapshot.check(futures, results),
         {:ok, outcomes} <- outcomes(results, []) do
      go_on(:resume_futures, futures.snapshot, [Packer.array(length(outcomes)) | outcomes], options)
    end
  end

  defp outcomes([], packed), do: {:ok, Enum.reverse(packed)}

  defp outcomes([{id, answer} | rest], packed) when is_tuple(answer) do
    with {:ok, outcome} <- Protocol.outcome(answer, [id]), do: outcomes(rest, [outcome | packed])
  end

  defp outcomes([{id, _answer} | _rest], _packed) do
    {:error, "the result of call #{id} must be {:ok, value} or {:error, type, message}"}
  end

  defp go_on(message, snapshot, outcome, options) do
    with :ok <- Snapshot.consume(snapshot) do
      options = inherit(options, snapshot)
      duration = duration(options, snapshot)

      case proceed(message, snapshot.state, outcome, options, duration, raising(snapshot)) do
        {:ok, reply} ->
          progress(reply, options, duration)

        {:error, reason} ->
          Snapshot.give_back(snapshot)
          {:error, reason}
      end
    end
  end

  defp proceed(message, state, outcome, options, duration, more) do
    fields = [
      Packer.bytes(state),
      outcome,
      Protocol.limits(options.limits),
      Options.wire(options, Map.merge(%{park: Progress.park()}, more))
    ]

    Call.request(message, fields, options, duration: duration)
  end

  # What the run was started with, unless this call says otherwise; and the limits that were given when it was loaded.
  defp inherit(options, snapshot) do
    %{
      options
      | clock: if(options.clock_given, do: options.clock, else: snapshot.options.clock),
        stderr: if(options.stderr == :merge, do: snapshot.options.stderr, else: options.stderr),
        limits: Map.merge(snapshot.limits || %{}, options.limits)
    }
  end

  defp raising(%Snapshot{limits: nil}), do: %{}
  defp raising(_snapshot), do: %{raise_limits: true}

  defp duration(%Options{limits: %{max_duration_secs: _secs}} = options, _snapshot), do: Call.duration(options)
  defp duration(_options, snapshot), do: snapshot.duration

  # A module that nobody has is no question to the host here: the import fails in the program.
  defp progress({:name_lookup, %{kind: "import", state: state, output: output}}, options, duration)
       when is_binary(state) do
    {:ok, undefined} = Protocol.outcome(:undefined)

    with {:ok, {name, fields}} <- proceed(:resume, state, undefined, %{options | limits: %{}}, duration, %{}) do
      progress({name, %{fields | output: output <> fields.output}}, options, duration)
    end
  end

  defp progress(reply, options, duration), do: Progress.progress(reply, options, duration)

  @doc """
  The ids of the calls that a run waits for, in the order in which it made them.

      iex> ExMonty.pending_call_ids(%ExMonty.FutureSnapshot{call_ids: [1, 2]})
      [1, 2]
  """
  @spec pending_call_ids(FutureSnapshot.t()) :: [non_neg_integer()]
  def pending_call_ids(%FutureSnapshot{call_ids: ids}), do: ids

  @doc """
  In how many milliseconds the next timer of a waiting run fires; `nil` without one.

      iex> ExMonty.wake_in(%ExMonty.FutureSnapshot{call_ids: [1], wake_in_ms: 250})
      250
  """
  @spec wake_in(FutureSnapshot.t()) :: non_neg_integer() | nil
  def wake_in(%FutureSnapshot{wake_in_ms: ms}), do: ms

  # -- binaries ---------------------------------------------------------------------------------------------------

  @doc """
  A compiled program as a signed binary.

  ## Options

    * `:key` - the secret to sign with, or a list of them, newest first (default: `config :ex_monty, snapshot_key: …`,
      else a random key that dies with this node)
    * `:context` - any term that `load_runner/2` must be given too, such as the id of a user
    * `:unsigned` - `true` leaves the signature out; loading needs the same option

  ## Examples

      iex> {:ok, runner} = ExMonty.compile("x + 1", inputs: ["x"])
      iex> {:ok, binary} = ExMonty.dump(runner)
      iex> {:ok, restored} = ExMonty.load_runner(binary)
      iex> ExMonty.run(restored, %{"x" => 1})
      {:ok, 2, ""}
  """
  @spec dump(Runner.t(), keyword()) :: {:ok, binary()} | failure()
  def dump(%Runner{} = runner, opts \\ []), do: dump_as(:runner, runner, opts)

  @doc """
  A paused run as a signed binary; the snapshot can be resumed still.

  Options as for `dump/2`.

      iex> {:ok, runner} = ExMonty.compile("double(21)")
      iex> {:ok, {:function_call, _call, snapshot, ""}} = ExMonty.start(runner)
      iex> {:ok, binary} = ExMonty.dump_snapshot(snapshot)
      iex> {:ok, restored} = ExMonty.load_snapshot(binary)
      iex> ExMonty.resume(restored, {:ok, 42})
      {:ok, {:complete, 42, ""}}
  """
  @spec dump_snapshot(Snapshot.t(), keyword()) :: {:ok, binary()} | failure()
  def dump_snapshot(%Snapshot{} = snapshot, opts \\ []), do: dump_as(:snapshot, snapshot, opts)

  @doc """
  A run that waits for pending calls as a signed binary; options as for `dump/2`.

      iex> {:ok, runner} = ExMonty.compile("import asyncio\\nasync def f():\\n    return await get()\\nasyncio.run(f())")
      iex> {:ok, {:function_call, call, snapshot, ""}} = ExMonty.start(runner)
      iex> {:ok, {:resolve_futures, futures, ""}} = ExMonty.resume(snapshot, :pending)
      iex> {:ok, binary} = ExMonty.dump_future_snapshot(futures)
      iex> {:ok, restored} = ExMonty.load_future_snapshot(binary)
      iex> ExMonty.resume_futures(restored, %{call.call_id => {:ok, 5}})
      {:ok, {:complete, 5, ""}}
  """
  @spec dump_future_snapshot(FutureSnapshot.t(), keyword()) :: {:ok, binary()} | failure()
  def dump_future_snapshot(%FutureSnapshot{} = futures, opts \\ []), do: dump_as(:future_snapshot, futures, opts)

  defp dump_as(kind, term, opts) do
    with {:ok, options} <- Options.parse(:dump, opts), do: Dump.dump(kind, term, options)
  end

  @doc """
  The compiled program that `dump/2` made a binary of.

  Options `:key`, `:context`, `:unsigned` as for `dump/2`.

      iex> {:error, error} = ExMonty.load_runner("something else")
      iex> error.reason
      {:snapshot, :invalid}
  """
  @spec load_runner(binary(), keyword()) :: {:ok, Runner.t()} | failure()
  def load_runner(binary, opts \\ []) when is_binary(binary), do: load_as(:runner, binary, opts)

  @doc """
  The paused run that `dump_snapshot/2` made a binary of. Loading it twice gives two independent runs.

  ## Options

    * `:key`, `:context`, `:unsigned` - as for `dump/2`
    * `:limits` - new limits for the rest of the run, which may be higher than those that it had

  ## Examples

      iex> {:ok, runner} = ExMonty.compile("fetch()")
      iex> {:ok, {:function_call, _call, snapshot, ""}} = ExMonty.start(runner)
      iex> {:ok, binary} = ExMonty.dump_snapshot(snapshot, context: "user 5")
      iex> {:error, error} = ExMonty.load_snapshot(binary, context: "user 6")
      iex> error.reason
      {:snapshot, :bad_signature}
  """
  @spec load_snapshot(binary(), keyword()) :: {:ok, Snapshot.t()} | failure()
  def load_snapshot(binary, opts \\ []) when is_binary(binary), do: load_as(:snapshot, binary, opts)

  @doc """
  The waiting run that `dump_future_snapshot/2` made a binary of; options as for `load_snapshot/2`.

      iex> {:error, error} = ExMonty.load_future_snapshot("something else")
      iex> error.reason
      {:snapshot, :invalid}
  """
  @spec load_future_snapshot(binary(), keyword()) :: {:ok, FutureSnapshot.t()} | failure()
  def load_future_snapshot(binary, opts \\ []) when is_binary(binary), do: load_as(:future_snapshot, binary, opts)

  defp load_as(kind, binary, opts) do
    with {:ok, options} <- Options.parse(:load, opts), do: Dump.load(kind, binary, options)
  end

  # -- limits -----------------------------------------------------------------------------------------------------

  @doc """
  The limits of a run that names none; see `ExMonty.Limits`.

      iex> ExMonty.default_limits().max_duration_secs
      10.0
  """
  @spec default_limits() :: %{atom() => Limits.value()}
  def default_limits, do: Limits.defaults()

  @doc """
  The highest `max_recursion_depth` that a run can have.

      iex> ExMonty.max_recursion_depth_cap()
      20000
  """
  @spec max_recursion_depth_cap() :: pos_integer()
  def max_recursion_depth_cap, do: Limits.recursion_cap()

  # -- the same, raising ------------------------------------------------------------------------------------------

  @doc """
  The value of a program, or raises what `eval/2` would return as an error.

      iex> ExMonty.eval!("2 ** 10")
      1024

      iex> ExMonty.eval!("undefined_name")
      ** (ExMonty.Exception) NameError: name 'undefined_name' is not defined
  """
  @spec eval!(String.t(), keyword()) :: term() | no_return()
  def eval!(code, opts \\ []), do: code |> eval(opts) |> value!()

  @doc """
  The value of a compiled program, or raises what `run/3` would return as an error.

      iex> "x + 1" |> ExMonty.compile!(inputs: [:x]) |> ExMonty.run!(x: 1)
      2
  """
  @spec run!(Runner.t(), inputs(), keyword()) :: term() | no_return()
  def run!(runner, inputs \\ %{}, opts \\ []), do: runner |> run(inputs, opts) |> value!()

  @doc """
  A compiled program, or raises what `compile/2` would return as an error.

      iex> ExMonty.compile!("1 +")
      ** (ExMonty.Exception) SyntaxError: invalid syntax
  """
  @spec compile!(String.t(), keyword()) :: Runner.t() | no_return()
  def compile!(code, opts \\ []), do: code |> compile(opts) |> value!()

  @doc """
  Where a started program stands, or raises what `start/3` would return as an error.

      iex> "1 + 1" |> ExMonty.compile!() |> ExMonty.start!()
      {:complete, 2, ""}
  """
  @spec start!(Runner.t(), inputs(), keyword()) :: progress() | no_return()
  def start!(runner, inputs \\ %{}, opts \\ []), do: runner |> start(inputs, opts) |> value!()

  @doc """
  Where a resumed program stands, or raises what `resume/3` would return as an error.

      iex> {:function_call, _call, snapshot, ""} = "f()" |> ExMonty.compile!() |> ExMonty.start!()
      iex> ExMonty.resume!(snapshot, {:ok, 1})
      {:complete, 1, ""}
  """
  @spec resume!(Snapshot.t(), answer(), keyword()) :: progress() | no_return()
  def resume!(snapshot, answer, opts \\ []), do: snapshot |> resume(answer, opts) |> value!()

  defp value!({:ok, value}), do: value
  defp value!({:ok, value, _output}), do: value
  defp value!({:ok, value, _output, _usage}), do: value
  defp value!({:error, %{__exception__: true} = exception}), do: raise(exception)
  defp value!({:error, text}), do: raise(Error, reason: :input, message: text)
end
