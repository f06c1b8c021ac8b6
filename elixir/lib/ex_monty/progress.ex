defmodule ExMonty.Progress do
  @moduledoc false
  # Decoded answers to what a caller gets.

  alias ExMonty.{Call, Error, Exception, FunctionCall, FutureSnapshot, Options, OsCall, Protocol, Snapshot, Usage}

  # Any length: the bytes of a pause always come along, so that a snapshot needs no worker.
  @park 0x20000000000000

  @doc "The `park` option that makes a pause bring its bytes along."
  @spec park() :: pos_integer()
  def park, do: @park

  @doc "What eval and run return."
  @spec result(Call.reply(), Options.t()) :: tuple()
  def result({:complete, fields}, options), do: complete(:ok, fields, options)
  def result({:failed, fields}, _options), do: {:error, exception(fields)}

  @doc "What start and resume return."
  @spec progress(Call.reply(), Options.t(), pos_integer() | :infinity) :: tuple()
  def progress({:complete, fields}, options, _duration), do: {:ok, complete(:complete, fields, options)}
  def progress({:failed, fields}, _options, _duration), do: {:error, exception(fields)}

  # The run is larger than a frame may be.
  def progress({_pause, %{state: nil}}, _options, _duration), do: {:error, Error.new({:snapshot, :too_big})}

  def progress({:function_call, fields}, options, duration) do
    {:ok, {:function_call, call(fields), snapshot(:function_call, fields, options, duration), fields.output}}
  end

  def progress({:method_call, fields}, options, duration) do
    {:ok, {:method_call, call(fields), snapshot(:method_call, fields, options, duration), fields.output}}
  end

  def progress({:name_lookup, fields}, options, duration) do
    {:ok, {:name_lookup, fields.name, snapshot(:name_lookup, fields, options, duration), fields.output}}
  end

  def progress({:os_call, fields}, options, duration) do
    case os_call(fields) do
      {:ok, call} -> {:ok, {:os_call, call, snapshot(:os_call, fields, options, duration), fields.output}}
      {:error, error} -> {:error, error}
    end
  end

  def progress({:resolve_futures, fields}, options, duration) do
    futures = %FutureSnapshot{
      snapshot: snapshot(:resolve_futures, fields, options, duration),
      call_ids: fields.call_ids,
      wake_in_ms: fields.wake_in_ms
    }

    {:ok, {:resolve_futures, futures, fields.output}}
  end

  @spec call(map()) :: FunctionCall.t()
  def call(fields) do
    %FunctionCall{
      name: fields.name,
      args: fields.args,
      kwargs: fields.kwargs,
      call_id: fields.call_id,
      async: fields.async
    }
  end

  @spec os_call(map()) :: {:ok, OsCall.t()} | {:error, Error.t()}
  def os_call(fields) do
    case Protocol.os_call(fields.function) do
      {:ok, function} ->
        {:ok, %OsCall{function: function, args: fields.args, kwargs: fields.kwargs, call_id: fields.call_id}}

      :error ->
        {:error, Error.new(:protocol, %{cause: "unknown os call #{fields.function}"})}
    end
  end

  @spec exception(map()) :: Exception.t()
  def exception(%{exception: exception} = fields) do
    %{exception | output: fields.output, stderr: fields.stderr, usage: usage(fields)}
  end

  defp complete(tag, fields, %Options{usage: true}), do: {tag, fields.value, fields.output, usage(fields)}
  defp complete(tag, fields, _options), do: {tag, fields.value, fields.output}

  @spec usage(map()) :: Usage.t()
  def usage(%{usage: usage, stderr: stderr}), do: %{usage | stderr: stderr}

  defp snapshot(kind, fields, options, duration) do
    Snapshot.new(fields.state, kind,
      duration: duration,
      options: %Options{clock: options.clock, stderr: options.stderr},
      usage: usage(fields)
    )
  end
end
