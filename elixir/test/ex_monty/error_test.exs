defmodule ExMonty.ErrorTest do
  use ExUnit.Case, async: true
  doctest ExMonty.Error, except: [:moduledoc]

  @reasons [
    :timeout,
    :overloaded,
    :cancelled,
    :owner_down,
    :worker_crash,
    :worker_exit,
    :native_stack,
    :protocol,
    :unsupported,
    :too_big,
    :start_failed,
    :sandbox_unavailable,
    :tenant_blocked,
    {:snapshot, :bad_signature},
    {:snapshot, :version},
    {:snapshot, :invalid},
    {:snapshot, :limits},
    {:snapshot, :too_big}
  ]

  test "D26: every reason has a text, and the moduledoc lists it" do
    {:docs_v1, _, _, _, %{"en" => doc}, _, _} = Code.fetch_docs(ExMonty.Error)

    for reason <- @reasons do
      text = Exception.message(ExMonty.Error.new(reason))
      assert String.length(text) > 20
      name = if is_tuple(reason), do: elem(reason, 1), else: reason
      assert doc =~ inspect(name)
    end
  end
end
