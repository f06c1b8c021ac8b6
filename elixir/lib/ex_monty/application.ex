defmodule ExMonty.Application do
  @moduledoc false
  use Application

  @impl true
  def start(_type, _args) do
    ExMonty.Dump.make_node_key()

    children = [
      ExMonty.Reaper,
      ExMonty.Tenants,
      ExMonty.Pool.Directory,
      {DynamicSupervisor, name: ExMonty.Pools, strategy: :one_for_one}
    ]

    # One for all: the directory lists pools, and pools ask the reaper to watch.
    Supervisor.start_link(children, strategy: :rest_for_one, name: ExMonty.Supervisor)
  end
end
