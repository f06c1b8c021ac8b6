defmodule ExMonty.ExceptionTest do
  use ExUnit.Case, async: true
  doctest ExMonty.Exception, except: [:moduledoc]

  test "D22: it is an Elixir exception" do
    error = %ExMonty.Exception{type: :value_error, class: "ValueError", message: "bad"}
    assert_raise ExMonty.Exception, "ValueError: bad", fn -> raise error end
    assert Exception.message(%ExMonty.Exception{type: :keyboard_interrupt}) == "KeyboardInterrupt"
  end

  test "D23: every type has a class name that leads back to it, where the name is unique" do
    for type <- ExMonty.Exception.types() do
      assert ExMonty.Exception.type(type) == {:ok, type}
      assert is_binary(ExMonty.Exception.class_name(type))
    end
  end
end
