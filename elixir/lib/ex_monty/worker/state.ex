defmodule ExMonty.Worker.State do
  @moduledoc false
  # What a worker's server knows, as plain data.

  alias ExMonty.Protocol

  defstruct [:owner, :executable, :port, :ids, :buffer, :client, :release, :max_requests, requests: 0]

  @type client :: %{
          pid: pid(),
          ref: reference(),
          monitor: reference(),
          answers: non_neg_integer(),
          timer: reference() | nil,
          timeout: :infinity | {:unresponsive | non_neg_integer(), non_neg_integer()},
          hold: boolean()
        }

  @type t :: %__MODULE__{
          owner: pid(),
          executable: String.t(),
          port: port() | nil,
          ids: :atomics.atomics_ref(),
          buffer: ExMonty.Port.Buffer.t(),
          client: client() | nil,
          release: (:idle | {:orphaned, term()} -> term()),
          max_requests: pos_integer() | :infinity,
          requests: non_neg_integer()
        }

  @spec new(keyword()) :: t()
  def new(opts) do
    %__MODULE__{
      owner: Keyword.fetch!(opts, :owner),
      executable: Keyword.get_lazy(opts, :executable, &ExMonty.Port.executable/0),
      ids: :atomics.new(1, signed: false),
      buffer: ExMonty.Port.buffer(Protocol.max_frame()),
      release: Keyword.get(opts, :release, fn _why -> :ok end),
      max_requests: Keyword.get(opts, :max_requests, :infinity)
    }
  end

  @doc "A client announces a request. The one that is served already may, if it holds its lease."
  @spec serve(t(), tuple()) :: {:ok, t()} | :busy
  def serve(%__MODULE__{client: nil} = state, {:serve, pid, ref, answers, timeout, hold}) do
    {:ok, %{state | client: client(pid, Process.monitor(pid), ref, answers, timeout, hold)}}
  end

  def serve(%__MODULE__{client: %{pid: pid, answers: 0} = client} = state, {:serve, pid, ref, answers, timeout, hold}) do
    {:ok, %{state | client: client(pid, client.monitor, ref, answers, timeout, hold)}}
  end

  def serve(_state, _announcement), do: :busy

  defp client(pid, monitor, ref, answers, timeout, hold) do
    timer = if timeout != :infinity, do: :erlang.start_timer(milliseconds(timeout), self(), :deadline)
    %{pid: pid, ref: ref, monitor: monitor, answers: answers, timer: timer, timeout: timeout, hold: hold}
  end

  # {what the caller asked for, what is left of it}, or the time after which the worker counts as unresponsive.
  defp milliseconds({_asked, ms}), do: ms

  @doc "Stops the clock of a client whose last outstanding answer has come."
  @spec cancel_timer(client(), non_neg_integer()) :: :ok
  def cancel_timer(%{timer: nil}, _answers), do: :ok
  def cancel_timer(%{timer: timer}, 1), do: :erlang.cancel_timer(timer, async: true, info: false)
  def cancel_timer(_client, _answers), do: :ok

  @spec timeout_details(client()) :: map()
  def timeout_details(%{timeout: {:unresponsive, ms}}), do: %{unresponsive: true, timeout: ms}
  def timeout_details(%{timeout: {asked, _left}}), do: %{timeout: asked}

  @doc "What a crash report may show: no frames, which hold a guest's data."
  @spec public(t()) :: map()
  def public(state), do: %{requests: state.requests, serving: state.client != nil, executable: state.executable}
end
