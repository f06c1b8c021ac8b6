defmodule ExMonty.ScriptedPort do
  @moduledoc false
  # The real port with a scripted interpreter behind it, from the C++ tests: `meson compile -C build fake_port`.

  @path Path.expand("../../../build/test/protocol/fake_port", __DIR__)

  def executable, do: @path
end
