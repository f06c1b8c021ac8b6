defmodule ExMonty.Schema do
  @moduledoc false
  # Reads the X-macro tables that C++ includes (vm/schema/*.def, codec/*.def), at compile time. The strict form is
  # one row a line, macro at column 0. A line that is neither a row, a comment nor a preprocessor directive, and a
  # table without rows, raise: a silent empty table is the mistake that this module exists to prevent.

  @root Path.expand("../../..", __DIR__)
  @row ~r/^([A-Z][A-Z0-9_]*)\((.*)\)\s*(?:\/\/\s*(.*))?$/
  @argument ~r/^\s*("(?:[^"\\]|\\.)*"|[^,"]*?)\s*(?:,|$)/

  @type argument :: String.t() | integer()
  @type row :: {macro :: String.t(), [argument()], comment :: String.t()}

  @doc "Absolute path of a table, for `@external_resource`."
  @spec path(Path.t()) :: Path.t()
  def path(name), do: Path.join(@root, name)

  @doc "All rows of the table at `name`, as `{macro, arguments, comment}`."
  @spec rows!(Path.t()) :: [row(), ...]
  def rows!(name) do
    file = path(name)
    parse!(File.read!(file), name)
  end

  @doc """
  Parses the text of a table.

      iex> ExMonty.Schema.parse!("// heading\\nLIMIT(max_steps, count, 0, \\"a, b\\") // steps\\n", "t.def")
      [{"LIMIT", ["max_steps", "count", 0, "a, b"], "steps"}]

      iex> ExMonty.Schema.parse!("LIMIT max_steps\\n", "t.def")
      ** (RuntimeError) t.def:1: neither a row, a comment nor a directive: "LIMIT max_steps"

      iex> ExMonty.Schema.parse!("// nothing\\n", "t.def")
      ** (RuntimeError) t.def: the table has no rows
  """
  @spec parse!(String.t(), String.t()) :: [row(), ...]
  def parse!(text, name) do
    rows =
      text
      |> String.split("\n")
      |> Enum.with_index(1)
      |> Enum.flat_map(fn {line, number} -> parse_line(line, name, number) end)

    if rows == [], do: raise("#{name}: the table has no rows")
    rows
  end

  defp parse_line(line, name, number) do
    trimmed = String.trim(line)

    cond do
      trimmed == "" or String.starts_with?(trimmed, ["//", "#"]) ->
        []

      match = Regex.run(@row, line) ->
        [_all, macro, arguments | comment] = match
        [{macro, arguments(arguments, []), List.first(comment) || ""}]

      true ->
        raise "#{name}:#{number}: neither a row, a comment nor a directive: #{inspect(line)}"
    end
  end

  defp arguments("", found), do: Enum.reverse(found)

  defp arguments(text, found) do
    [whole, argument] = Regex.run(@argument, text)
    arguments(binary_part(text, byte_size(whole), byte_size(text) - byte_size(whole)), [value(argument) | found])
  end

  defp value(<<?", _::binary>> = quoted) do
    Regex.replace(~r/\\(.)/, String.slice(quoted, 1..-2), "\\1")
  end

  defp value(text) do
    case Integer.parse(text) do
      {integer, ""} -> integer
      _other -> hexadecimal(text)
    end
  end

  defp hexadecimal("0x" <> digits), do: String.to_integer(digits, 16)
  defp hexadecimal(text), do: text
end
