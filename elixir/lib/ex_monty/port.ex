defmodule ExMonty.Port do
  @moduledoc false
  # How the OS process is started and how its bytes are cut into frames. No state, nothing is spawned but by open/1.
  #
  # The port is opened in :stream mode and frames are cut here, under a cap: {:packet, 4} believes any length that the
  # peer claims, and reserves the memory for it.

  alias ExMonty.Error

  defmodule Buffer do
    @moduledoc false
    # Bytes of a frame that is not complete yet. `missing` is how many are needed before anything can be decided.
    defstruct [:max_frame, pending: [], have: 0, missing: 4]

    @type t :: %__MODULE__{
            max_frame: pos_integer(),
            pending: iodata(),
            have: non_neg_integer(),
            missing: pos_integer()
          }
  end

  @doc "Path of the exmonty binary: `config :ex_monty, executable: path`, else `priv/exmonty`."
  @spec executable() :: String.t()
  def executable do
    Application.get_env(:ex_monty, :executable) || Application.app_dir(:ex_monty, "priv/exmonty")
  end

  @doc "Arguments of `Port.open/2`: nothing of the BEAM's environment reaches the worker."
  @spec open_arguments(String.t(), [String.t()]) :: {tuple(), list()}
  def open_arguments(executable, variables) do
    {{:spawn_executable, String.to_charlist(executable)},
     [
       :binary,
       :stream,
       :exit_status,
       :hide,
       :use_stdio,
       args: ["port", "--owned"],
       cd: ~c"/",
       env: Enum.map(variables, &{String.to_charlist(&1), false})
     ]}
  end

  @spec open(String.t()) :: {:ok, port()} | {:error, Error.t()}
  def open(executable) do
    {name, options} = open_arguments(executable, Map.keys(System.get_env()))
    {:ok, Port.open(name, options)}
  rescue
    error in ErlangError -> {:error, Error.new(:start_failed, %{executable: executable, cause: error.original})}
    _badarg in ArgumentError -> {:error, Error.new(:start_failed, %{executable: executable, cause: :badarg})}
  end

  @spec buffer(pos_integer()) :: Buffer.t()
  def buffer(max_frame), do: %Buffer{max_frame: max_frame}

  @doc """
  Adds bytes and cuts off what is complete.

      iex> buffer = ExMonty.Port.buffer(100)
      iex> {:ok, [], buffer} = ExMonty.Port.push(buffer, <<0, 0, 0, 2, 7>>)
      iex> {:ok, bodies, _buffer} = ExMonty.Port.push(buffer, <<8, 0, 0, 0, 1, 9>>)
      iex> bodies
      [<<7, 8>>, <<9>>]

      iex> ExMonty.Port.push(ExMonty.Port.buffer(100), <<101::32>>)
      {:error, {:frame_length, 101}}
  """
  @spec push(Buffer.t(), binary()) :: {:ok, [binary()], Buffer.t()} | {:error, {:frame_length, non_neg_integer()}}
  def push(%Buffer{have: 0} = buffer, <<size::32, body::binary-size(size)>>) when size > 0 do
    if size <= buffer.max_frame, do: {:ok, [body], buffer}, else: {:error, {:frame_length, size}}
  end

  def push(%Buffer{} = buffer, data) do
    have = buffer.have + byte_size(data)
    pending = [buffer.pending | data]

    if have < buffer.missing do
      {:ok, [], %{buffer | pending: pending, have: have}}
    else
      cut(IO.iodata_to_binary(pending), [], buffer)
    end
  end

  defp cut(<<size::32, _rest::binary>>, _bodies, %Buffer{max_frame: max}) when size > max or size == 0 do
    {:error, {:frame_length, size}}
  end

  defp cut(<<size::32, body::binary-size(size), rest::binary>>, bodies, buffer), do: cut(rest, [body | bodies], buffer)

  defp cut(<<size::32, _part::binary>> = data, bodies, buffer), do: keep(data, size + 4, bodies, buffer)
  defp cut(data, bodies, buffer), do: keep(data, 4, bodies, buffer)

  # A short rest is copied, so that it does not keep the large binary alive that it was cut from.
  defp keep(data, missing, bodies, buffer) do
    {:ok, Enum.reverse(bodies), %{buffer | pending: :binary.copy(data), have: byte_size(data), missing: missing}}
  end

  @doc """
  Why a worker that ended with this exit status did so.

      iex> ExMonty.Port.exit_error(139).reason
      :worker_crash

      iex> ExMonty.Port.exit_error(3).details
      %{status: 3}
  """
  @spec exit_error(non_neg_integer()) :: Error.t()
  def exit_error(65), do: Error.new(:protocol, %{status: 65})
  def exit_error(status) when status > 128, do: Error.new(:worker_crash, %{signal: status - 128, status: status})
  def exit_error(status), do: Error.new(:worker_exit, %{status: status})
end
