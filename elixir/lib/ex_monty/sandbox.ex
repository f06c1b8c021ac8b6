defmodule ExMonty.Sandbox do
  @moduledoc """
  Runs a program to its end and answers what it asks of its host.

      iex> ExMonty.Sandbox.run("double(21)", functions: %{"double" => fn [x], _kwargs -> {:ok, x * 2} end})
      {:ok, 42, ""}

  ## Functions and handlers

  A name that the program does not define is looked for in `:functions`, a map from names to functions of the list of
  arguments and the map of keyword arguments; then in `:handler`, a module with this behaviour. A program that uses a
  name which neither of them knows gets a NameError.

  | a callback returns | the program gets |
  |---|---|
  | `{:ok, value}` | the value |
  | `{:error, type, message}` | this exception |
  | `{:error, message}` | a RuntimeError |
  | anything else | a RuntimeError that says so |

  A callback that raises, throws or exits becomes a RuntimeError in the program, one that takes longer than
  `:callback_timeout` a TimeoutError; both can be caught there.

  ## Concurrency

  Callbacks run in processes of their own. Calls whose result is awaited where they stand
  (`await asyncio.gather(fetch(a), fetch(b))`), and calls of a function given as `{:async, fun}`, run at the same time, up
  to `:max_concurrency`; all others one by one, in order.

  ## The operating system

  Reading a file, the environment or the current date asks `:os`, a map from the names in `ExMonty.OsCall` to functions,
  or a list of such maps that are tried in turn; then `c:handle_os/3` of the handler. What nobody answers is an OSError.

      iex> ExMonty.Sandbox.run("import os\\nos.getenv('KEY')", os: %{getenv: fn [key, _default], _kwargs -> {:ok, key} end})
      {:ok, "KEY", ""}

  ## What dies when

  The run holds one worker until it ends. It dies with the calling process or at `:timeout`, and so do callbacks that
  are still running.
  """

  alias ExMonty.{Call, Error, Options, Progress, Protocol, Runner, Worker}
  alias ExMonty.Msgpack.Packer
  alias ExMonty.Sandbox.{Callback, Host}

  @typedoc "What a callback returns."
  @type reply :: {:ok, term()} | {:error, atom() | String.t(), String.t()} | {:error, String.t()}

  @doc "A call of a function that the program does not define."
  @callback handle_function(name :: String.t(), args :: [term()], kwargs :: %{String.t() => term()}) :: reply()

  @doc "A call to the operating system; the names stand in `ExMonty.OsCall`."
  @callback handle_os(ExMonty.OsCall.function_name(), args :: [term()], kwargs :: %{String.t() => term()}) :: reply()

  @doc """
  A name that the program reads without calling it. `{:ok, value}` gives it a value, `:undefined` makes it a NameError,
  `{:error, text}` ends the run with this very error.
  """
  @callback handle_name_lookup(name :: String.t()) :: {:ok, term()} | :undefined | {:error, String.t()}

  @optional_callbacks handle_function: 3, handle_os: 3, handle_name_lookup: 1

  @doc """
  Runs a program.

  ## Options

    * `:functions` - a map from names to functions of two, or `{:async, fun}`
    * `:handler` - a module with the behaviour `ExMonty.Sandbox`
    * `:os` - a map from OS functions to functions of two, or a list of such maps
    * `:callback_timeout` - how long a callback may take, in ms (default 10,000), or `:infinity`
    * `:max_concurrency` - how many callbacks may run at the same time (default 8)
    * `:inputs`, `:script_name`, `:limits`, `:pool`, `:timeout`, `:clock`, `:seed`, `:stream`, `:stderr`, `:usage` - as in
      `ExMonty`; time that callbacks take counts into `:timeout`, not into the limits

  ## Examples

      iex> ExMonty.Sandbox.run("print(greet(name))", inputs: %{name: "Ada"}, functions: %{
      ...>   "greet" => fn [name], _kwargs -> {:ok, "Hello, " <> name} end
      ...> })
      {:ok, nil, "Hello, Ada\\n"}
  """
  @spec run(String.t(), keyword()) :: ExMonty.result() | ExMonty.failure()
  def run(code, opts \\ []) when is_binary(code) do
    {host_options, options} = Keyword.split(opts, Host.options())
    host = Host.new(host_options)

    with {:ok, options} <- Options.parse(:sandbox, options),
         {:ok, given} <- if(options.inputs, do: Runner.named_inputs(options.inputs), else: {:ok, %{}}),
         {:ok, runner} <- Runner.new(code, %{options | inputs: Map.keys(given)}),
         {:ok, packed} <- Runner.pack_inputs(runner, given) do
      run = %{lease: nil, options: options, host: %{host | clock: options}, deadline: nil, output: []}

      Call.with_worker(options, fn lease, left ->
        run_on(%{run | lease: lease, deadline: deadline(left)}, runner, packed)
      end)
    end
  end

  defp run_on(run, runner, inputs) do
    run |> begin(runner, inputs) |> continue(run)
  after
    Worker.release(run.lease)
  end

  defp deadline(:infinity), do: :infinity
  defp deadline(timeout), do: System.monotonic_time(:millisecond) + timeout

  defp left(%{deadline: :infinity}), do: :infinity
  defp left(%{deadline: deadline}), do: max(deadline - System.monotonic_time(:millisecond), 0)

  # The worker is held until the end, so that a pause needs no bytes.
  defp begin(run, runner, inputs) do
    limits = Protocol.limits(run.options.limits)
    wire = Options.wire(run.options, %{park: 0})
    Call.with_program(runner, &request(run, :start, [&1, inputs, limits, wire]))
  end

  defp request(run, message, fields) do
    opts = [hold: true, left: left(run), duration: Call.duration(run.options)]
    Call.on_lease(run.lease, message, fields, run.options, opts)
  end

  defp resume(run, handle, outcome, message \\ :resume) do
    run
    |> request(message, [Packer.integer(handle), outcome, <<0x80>>, Options.wire(run.options, %{park: 0})])
    |> continue(run)
  end

  defp continue({:error, reason}, run) do
    Host.stop(run.host)
    {:error, reason}
  end

  defp continue({:ok, {name, fields}}, run) do
    run = %{run | output: [run.output | fields.output]}
    step(name, fields, run)
  end

  defp step(name, fields, run) when name in [:complete, :failed] do
    Host.stop(run.host)
    Progress.result({name, %{fields | output: IO.iodata_to_binary(run.output)}}, run.options)
  end

  defp step(call, fields, run) when call in [:function_call, :method_call] do
    case Host.function(run.host, call, fields) do
      {:now, callback} -> callback |> Callback.run(run.host, left(run)) |> answer(fields, run)
      {:later, host} -> resume(%{run | host: host}, fields.snapshot, outcome(:pending))
      {:reply, reply} -> answer(reply, fields, run)
    end
  end

  defp step(:os_call, fields, run) do
    with {:ok, call} <- Progress.os_call(fields) do
      case Host.os(run.host, call) do
        {:now, callback} -> callback |> Callback.run(run.host, left(run)) |> answer(fields, run)
        {:reply, reply} -> answer(reply, fields, run)
      end
    else
      {:error, error} -> continue({:error, error}, run)
    end
  end

  defp step(:name_lookup, fields, run) do
    case Host.name(run.host, fields, left(run)) do
      {:error, text} -> continue({:error, text}, run)
      reply -> answer(reply, fields, run)
    end
  end

  defp step(:resolve_futures, fields, run) do
    wait = Enum.min([fields.wake_in_ms || :infinity, left(run)])

    case Host.await(run.host, wait) do
      {[], _host} when fields.wake_in_ms == nil -> expire(run)
      {replies, host} -> resolve(replies, fields, %{run | host: host})
    end
  end

  # Nothing came before the time was over.
  defp expire(run) do
    error = Error.new(:timeout, %{timeout: run.options.timeout})
    Worker.kill(run.lease.worker, error)
    continue({:error, error}, run)
  end

  defp resolve(replies, fields, run) do
    outcomes = Enum.map(replies, fn {call_id, reply} -> outcome(reply, [call_id]) end)
    resume(run, fields.snapshot, [Packer.array(length(outcomes)) | outcomes], :resume_futures)
  end

  # The whole call's time was up while a callback ran.
  defp answer(:expired, _fields, run), do: expire(run)
  defp answer(reply, fields, run), do: resume(run, fields.snapshot, outcome(reply))

  # What cannot be sent is the callback's fault, and an exception in the program.
  defp outcome(reply, prefix \\ []) do
    case Protocol.outcome(reply, prefix) do
      {:ok, packed} ->
        packed

      {:error, text} ->
        {:ok, packed} = Protocol.outcome({:error, :runtime_error, "the host's answer cannot be used: " <> text}, prefix)
        packed
    end
  end
end
