defmodule ExMonty.Msgpack.Text do
  @moduledoc false
  # Whether a binary is UTF-8, quickly: texts of megabytes cross, most of them ASCII. 7 bytes of ASCII are looked at in
  # one word; what is left of a long text from its first other character on is left to the BEAM's converter.

  @long 1_000

  import Bitwise, only: [band: 2]

  @spec valid?(binary()) :: boolean()
  def valid?(<<a::56, b::56, rest::binary>>) when band(a, 0x80808080808080) == 0 and band(b, 0x80808080808080) == 0 do
    valid?(rest)
  end

  def valid?(<<a::32, rest::binary>>) when band(a, 0x80808080) == 0, do: valid?(rest)
  def valid?(rest) when byte_size(rest) < @long, do: String.valid?(rest)
  def valid?(rest), do: is_binary(:unicode.characters_to_binary(rest))
end
