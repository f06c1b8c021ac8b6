defmodule ExMonty.StackFrame do
  @moduledoc """
  One entry of `%ExMonty.Exception{}.traceback`.

      iex> {:error, exception} = ExMonty.eval("1 / 0")
      iex> [frame] = exception.traceback
      iex> {frame.filename, frame.line, frame.column, frame.name}
      {"main.py", 1, 1, nil}

  Lines and columns count from 1, columns in code points, end positions are exclusive. `name` is the function's, `nil`
  at module level; `source_line` is the line without its indentation.
  """

  defstruct filename: "main.py", line: 1, column: 1, end_line: 1, end_column: 1, name: nil, source_line: nil

  @type t :: %__MODULE__{
          filename: String.t(),
          line: pos_integer(),
          column: pos_integer(),
          end_line: pos_integer(),
          end_column: pos_integer(),
          name: String.t() | nil,
          source_line: String.t() | nil
        }
end
