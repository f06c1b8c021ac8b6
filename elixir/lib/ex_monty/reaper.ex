defmodule ExMonty.Reaper do
  @moduledoc false
  # The last resort against an OS process that outlives its worker. Closing its input ends it at once; a process that
  # does not obey, because its code is no longer ours, is killed by number. A number may have been given to a stranger
  # meanwhile, so it is only used while the process that has it was started at the time that we remember.

  use GenServer

  # Time for a hang-up to do its work.
  @grace 250

  @spec start_link(term()) :: GenServer.on_start()
  def start_link(_arg), do: GenServer.start_link(__MODULE__, nil, name: __MODULE__)

  @doc "From now on the OS process must not outlive `owner`."
  @spec watch(pid(), pos_integer()) :: :ok
  def watch(owner, os_pid), do: GenServer.cast(__MODULE__, {:watch, owner, os_pid, start_time(os_pid)})

  @doc "When the process was started, in clock ticks since boot; `nil` where that cannot be known."
  @spec start_time(pos_integer()) :: String.t() | nil
  def start_time(os_pid) do
    # The command, in parentheses, may contain anything; behind its last parenthesis stand numbers.
    with {:ok, text} <- :prim_file.read_file("/proc/#{os_pid}/stat"),
         [_command, numbers] <- :binary.split(text, ") ", [:global]) |> Enum.take(-2) do
      numbers |> String.split() |> Enum.at(19)
    else
      _unknown -> nil
    end
  end

  @impl true
  def init(nil), do: {:ok, %{}}

  @impl true
  def handle_cast({:watch, owner, os_pid, started}, processes) do
    {:noreply, Map.put(processes, Process.monitor(owner), {os_pid, started})}
  end

  @impl true
  def handle_info({:DOWN, monitor, :process, _owner, _reason}, processes) do
    {process, processes} = Map.pop(processes, monitor)
    if process, do: Process.send_after(self(), {:check, process}, @grace)
    {:noreply, processes}
  end

  def handle_info({:check, {os_pid, started}}, processes) do
    if started != nil and start_time(os_pid) == started do
      spawn(fn -> System.cmd("kill", ["-KILL", Integer.to_string(os_pid)], stderr_to_stdout: true) end)
    end

    {:noreply, processes}
  end

  def handle_info(_other, processes), do: {:noreply, processes}
end
