defmodule ExMonty.Sandbox.Host do
  @moduledoc false
  # Who answers what: functions, handler and os maps of one run, and its callbacks that are under way. Plain data; the
  # processes are ExMonty.Sandbox.Callback's.

  alias ExMonty.{Exception, OsCall}
  alias ExMonty.Msgpack.Text
  alias ExMonty.Sandbox.Callback

  defstruct functions: %{},
            handler: nil,
            os: [],
            callback_timeout: 10_000,
            max_concurrency: 8,
            clock: nil,
            running: %{},
            waiting: :queue.new()

  @type t :: %__MODULE__{
          functions: %{String.t() => function() | {:async, function()}},
          handler: module() | nil,
          os: [%{atom() => function()}],
          callback_timeout: timeout(),
          max_concurrency: pos_integer(),
          clock: ExMonty.Options.t() | nil,
          running: %{reference() => {call_id :: non_neg_integer(), Callback.started()}},
          waiting: :queue.queue({non_neg_integer(), Callback.t()})
        }

  @options [:functions, :handler, :os, :callback_timeout, :max_concurrency]

  @spec options() :: [atom()]
  def options, do: @options

  @spec new(keyword()) :: t()
  def new(opts), do: Enum.reduce(opts, %__MODULE__{}, &option/2)

  defp option({:functions, functions}, host) when is_map(functions) or is_list(functions) do
    %{host | functions: Map.new(functions, &function!/1)}
  end

  defp option({:handler, nil}, host), do: host

  defp option({:handler, module}, host) when is_atom(module) do
    unless Code.ensure_loaded?(module), do: raise(ArgumentError, "handler #{inspect(module)} is no module")
    %{host | handler: module}
  end

  defp option({:os, sources}, host), do: %{host | os: sources |> List.wrap() |> Enum.map(&os!/1)}
  defp option({:callback_timeout, :infinity}, host), do: %{host | callback_timeout: :infinity}
  defp option({:callback_timeout, ms}, host) when is_integer(ms) and ms > 0, do: %{host | callback_timeout: ms}

  defp option({:max_concurrency, count}, host) when is_integer(count) and count > 0,
    do: %{host | max_concurrency: count}

  defp option({key, value}, _host) do
    raise ArgumentError, "option #{inspect(key)} has a value that it cannot have: #{inspect(value, limit: 5)}"
  end

  defp function!({name, function}) when is_atom(name), do: function!({Atom.to_string(name), function})
  defp function!({name, function}) when is_binary(name) and is_function(function, 2), do: {name, function}

  defp function!({name, {:async, function}}) when is_binary(name) and is_function(function, 2) do
    {name, {:async, function}}
  end

  defp function!({name, other}) do
    raise ArgumentError,
          "function #{inspect(name)} must be a function of two (arguments, keyword arguments) or " <>
            "{:async, function}, got: #{inspect(other, limit: 5)}"
  end

  defp os!(map) when is_map(map) and not is_struct(map) do
    for {name, function} <- map do
      unless name in ExMonty.Protocol.os_calls() and is_function(function, 2) do
        raise ArgumentError, "os: #{inspect(name)} must be an os function of ExMonty.OsCall and a function of two"
      end
    end

    map
  end

  defp os!(other), do: raise(ArgumentError, "os: must be a map of functions, got: #{inspect(other, limit: 5)}")

  # -- who answers ------------------------------------------------------------------------------------------------

  @doc "A function or method call: to be run now, started to be awaited later, or answered at once."
  @spec function(t(), :function_call | :method_call, map()) ::
          {:now, Callback.t()} | {:later, t()} | {:reply, term()}
  def function(host, kind, %{name: name, args: args, kwargs: kwargs} = call) do
    case host.functions do
      %{^name => {:async, function}} -> {:later, start(host, call.call_id, fn -> function.(args, kwargs) end)}
      %{^name => function} -> dispatch(host, call, fn -> function.(args, kwargs) end)
      _unknown -> handler_function(host, kind, call)
    end
  end

  defp handler_function(host, kind, %{name: name, args: args, kwargs: kwargs} = call) do
    if exports?(host, :handle_function, 3) do
      dispatch(host, call, fn -> host.handler.handle_function(name, args, kwargs) end)
    else
      {:reply, unknown(kind, name)}
    end
  end

  defp unknown(:function_call, name), do: {:error, :name_error, "name '#{name}' is not defined"}
  defp unknown(:method_call, name), do: {:error, :attribute_error, "the host has no method '#{name}'"}

  defp dispatch(host, %{async: true, call_id: call_id}, callback), do: {:later, start(host, call_id, callback)}
  defp dispatch(_host, _call, callback), do: {:now, callback}

  @doc "A call to the operating system."
  @spec os(t(), OsCall.t()) :: {:now, Callback.t()} | {:reply, term()}
  def os(host, %OsCall{function: function, args: args, kwargs: kwargs} = call) do
    source = Enum.find(host.os, &is_map_key(&1, function))

    cond do
      source != nil -> {:now, fn -> Map.fetch!(source, function).(args, kwargs) end}
      exports?(host, :handle_os, 3) -> {:now, fn -> host.handler.handle_os(function, args, kwargs) end}
      true -> {:reply, clock(host.clock, call)}
    end
  end

  defp clock(%{clock_given: true, clock: clock}, %OsCall{function: :date_today}) when clock != "none" do
    now = now(clock)
    {:ok, {:date, Map.take(now, [:year, :month, :day])}}
  end

  defp clock(%{clock_given: true, clock: clock}, %OsCall{function: :datetime_now, args: args}) when clock != "none" do
    {offset, name} =
      case args do
        [{:timezone, %{offset_seconds: offset, name: name}} | _rest] -> {offset, name}
        _naive -> {nil, nil}
      end

    time = clock |> now() |> DateTime.add(offset || 0, :second)
    fields = Map.take(time, [:year, :month, :day, :hour, :minute, :second])

    {:ok,
     {:datetime, Map.merge(fields, %{microsecond: elem(time.microsecond, 0), offset_seconds: offset, tz_name: name})}}
  end

  defp clock(_options, %OsCall{function: function}) do
    {:error, :os_error, "OS operation '#{function}' is not permitted"}
  end

  defp now("system"), do: DateTime.utc_now()
  defp now(nanoseconds), do: DateTime.from_unix!(nanoseconds, :nanosecond)

  @doc "A name that is read."
  @spec name(t(), map(), timeout()) :: {:ok, term()} | :undefined | :expired | {:error, String.t()}
  def name(_host, %{kind: "import"}, _left), do: :undefined

  def name(host, %{name: name}, left) do
    cond do
      is_map_key(host.functions, name) -> {:ok, {:function, name}}
      exports?(host, :handle_name_lookup, 1) -> lookup(host, name, left)
      exports?(host, :handle_function, 3) -> {:ok, {:function, name}}
      true -> :undefined
    end
  end

  defp lookup(host, name, left) do
    case Callback.run(fn -> {:looked_up, host.handler.handle_name_lookup(name)} end, host, left, &raw/1) do
      {:looked_up, {:ok, value}} ->
        {:ok, value}

      {:looked_up, :undefined} ->
        if(exports?(host, :handle_function, 3), do: {:ok, {:function, name}}, else: :undefined)

      {:looked_up, {:error, text}} when is_binary(text) ->
        {:error, text}

      {:looked_up, other} ->
        {:error, "handle_name_lookup returned an invalid result: #{inspect(other, limit: 5)}"}

      {:error, _type, text} ->
        {:error, "handle_name_lookup failed: #{text}"}

      :expired ->
        :expired
    end
  end

  defp raw(result), do: result

  defp exports?(%{handler: nil}, _function, _arity), do: false
  defp exports?(%{handler: module}, function, arity), do: function_exported?(module, function, arity)

  @doc """
  What a callback's result means.

      iex> ExMonty.Sandbox.Host.reply({:error, "no luck"})
      {:error, :runtime_error, "no luck"}
  """
  @spec reply(term()) :: {:ok, term()} | {:error, atom() | String.t(), String.t()}
  def reply({:ok, value}), do: {:ok, value}

  def reply({:error, type, message}) when (is_atom(type) or is_binary(type)) and is_binary(message) do
    case Exception.type(type) do
      {:ok, type} -> {:error, type, text(message)}
      :error -> {:error, :runtime_error, text(message)}
    end
  end

  def reply({:error, message}) when is_binary(message), do: {:error, :runtime_error, text(message)}
  def reply(_other), do: {:error, :runtime_error, "handler returned an invalid result"}

  defp text(message), do: if(Text.valid?(message), do: message, else: inspect(message))

  # -- callbacks under way ----------------------------------------------------------------------------------------

  defp start(host, call_id, callback) do
    if map_size(host.running) < host.max_concurrency do
      started = Callback.start(callback, host.callback_timeout)
      %{host | running: Map.put(host.running, started.ref, {call_id, started})}
    else
      %{host | waiting: :queue.in({call_id, callback}, host.waiting)}
    end
  end

  @doc "Waits, for `wait` ms at most, until a callback is done; gives the replies of all that are."
  @spec await(t(), timeout()) :: {[{non_neg_integer(), term()}], t()}
  def await(host, wait) do
    done = host.running |> Map.values() |> Enum.map(&elem(&1, 1)) |> Callback.await(wait)

    Enum.map_reduce(done, host, fn {started, reply}, host ->
      {{call_id, _started}, running} = Map.pop!(host.running, started.ref)
      {{call_id, reply}, start_waiting(%{host | running: running})}
    end)
  end

  defp start_waiting(host) do
    case :queue.out(host.waiting) do
      {{:value, {call_id, callback}}, waiting} -> start(%{host | waiting: waiting}, call_id, callback)
      {:empty, _waiting} -> host
    end
  end

  @doc "Kills what is under way."
  @spec stop(t()) :: :ok
  def stop(host), do: Enum.each(host.running, fn {_ref, {_call_id, started}} -> Callback.kill(started) end)
end
