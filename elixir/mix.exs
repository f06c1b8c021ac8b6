defmodule ExMonty.MixProject do
  use Mix.Project

  @version "0.1.0"

  def project do
    [
      app: :ex_monty,
      version: @version,
      elixir: "~> 1.14",
      description: "Runs untrusted, machine-written Python from Elixir, safely and fast",
      elixirc_paths: elixirc_paths(Mix.env()),
      # The Elixir compiler comes first: it compiles the `exmonty` compiler, which lives in lib/.
      compilers: Mix.compilers() ++ port_compilers(),
      start_permanent: Mix.env() == :prod,
      test_coverage: [summary: [threshold: 0]],
      deps: []
    ]
  end

  def application do
    [extra_applications: [:logger, :crypto], mod: {ExMonty.Application, []}]
  end

  # The port can be built since the interpreter has its session.
  defp port_compilers do
    if File.exists?(Path.expand("../vm/api/session.cpp", __DIR__)), do: [:exmonty], else: []
  end

  defp elixirc_paths(:test), do: ["lib", "test/support"]
  defp elixirc_paths(_env), do: ["lib"]
end
