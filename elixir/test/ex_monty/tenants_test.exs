defmodule ExMonty.TenantsTest do
  # Changes the application's configuration.
  use ExUnit.Case, async: false

  import ExMonty.FakeWorker

  alias ExMonty.Error

  setup do
    on_exit(fn -> Application.delete_env(:ex_monty, :tenants) end)
  end

  test "H46: a tenant whose programs keep crashing workers is refused for a while, others are not" do
    Application.put_env(:ex_monty, :tenants, crashes: 3, within: 60, blocked_for: 1)
    pool = start_pool!()
    run = fn code, tenant -> ExMonty.eval(code, pool: pool, tenant: tenant) end

    for _crash <- 1..3, do: assert({:error, %Error{reason: :worker_crash}} = run.("@@signal 9", "a"))
    assert {:error, %Error{reason: :tenant_blocked, details: %{tenant: "a", milliseconds: ms}}} = run.("1", "a")
    assert ms in 1..1_000
    assert run.("1", "b") == {:ok, 4, ""}
    assert run.("1", nil) == {:ok, 4, ""}
    assert eventually(fn -> run.("1", "a") == {:ok, 4, ""} end)
  end

  test "H46: what is no crash does not count" do
    Application.put_env(:ex_monty, :tenants, crashes: 1, within: 60, blocked_for: 60)
    pool = start_pool!()
    assert {:error, %Error{reason: :timeout}} = ExMonty.eval("@@hang", pool: pool, tenant: :c, timeout: 20)
    assert ExMonty.eval("1", pool: pool, tenant: :c) == {:ok, 4, ""}
  end
end
