defmodule ExMonty.Dataclass do
  @moduledoc """
  An instance of a Python `@dataclass`, in either direction.

      iex> user = %ExMonty.Dataclass{name: "User", fields: %{"email" => "a@example.com"}, field_names: ["email"]}
      iex> ExMonty.eval("user.email", inputs: %{"user" => user})
      {:ok, "a@example.com", ""}

  Field names are strings. A method called on an instance that came from Elixir pauses the run as `:method_call`.
  `type_id` is any value that tells two classes of the same name apart; a `frozen` instance refuses assignment.
  """

  defstruct name: "", fields: %{}, field_names: nil, type_id: nil, frozen: false

  @type t :: %__MODULE__{
          name: String.t(),
          fields: %{String.t() => term()},
          field_names: [String.t()] | nil,
          type_id: term(),
          frozen: boolean()
        }
end
