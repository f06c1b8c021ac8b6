defmodule Mix.Tasks.Compile.Exmonty do
  use Mix.Task.Compiler

  @shortdoc "Builds the exmonty port and puts it into priv/"

  @moduledoc """
  Builds the `exmonty` program from the checkout that this project is part of and puts it into `priv/`.

  It runs `scripts/build` of the checkout when a source file is newer than `priv/exmonty`, and does nothing
  otherwise. A binary that was built elsewhere is taken as it is:

      EXMONTY_BINARY=/usr/local/bin/exmonty mix compile
  """

  @recursive true
  @source_folders ~w(vm codec port)
  @source_files ~w(meson.build meson_options.txt scripts/build)

  @impl true
  def run(_args) do
    project = File.cwd!()
    checkout = Path.dirname(project)
    target = Path.join([project, "priv", "exmonty"])

    cond do
      given = System.get_env("EXMONTY_BINARY") -> install_given(given, target)
      up_to_date?(target, checkout) -> {:noop, []}
      not File.exists?(Path.join(checkout, "scripts/build")) -> no_sources(target, checkout)
      true -> build(checkout, target)
    end
  end

  @impl true
  def clean do
    File.rm(Path.join([File.cwd!(), "priv", "exmonty"]))
    :ok
  end

  defp up_to_date?(target, checkout) do
    case File.stat(target, time: :posix) do
      {:ok, %File.Stat{mtime: built}} -> newest_source(checkout) <= built
      {:error, _reason} -> false
    end
  end

  defp newest_source(checkout) do
    folders =
      Enum.flat_map(@source_folders, &Path.wildcard(Path.join([checkout, &1, "**", "*.{cpp,h,def,py,build,c}"])))

    files = Enum.map(@source_files, &Path.join(checkout, &1))

    Enum.reduce(folders ++ files, 0, fn path, newest ->
      case File.stat(path, time: :posix) do
        {:ok, %File.Stat{mtime: mtime}} -> max(newest, mtime)
        {:error, _reason} -> newest
      end
    end)
  end

  defp install_given(path, target) do
    case install(path, target) do
      :ok -> {:ok, []}
      {:error, reason} -> failure("EXMONTY_BINARY=#{path} cannot be copied to #{target}: #{:file.format_error(reason)}")
    end
  end

  defp no_sources(target, checkout) do
    if File.exists?(target) do
      {:noop, []}
    else
      failure("""
      there is no #{target} and no #{Path.join(checkout, "scripts/build")} to make it with.
      Depend on the whole repository ({:ex_monty, git: URL, subdir: "elixir"} or a path dependency), or set
      EXMONTY_BINARY to an exmonty binary.
      """)
    end
  end

  defp build(checkout, target) do
    Mix.shell().info("Building exmonty (the Python port); this takes a few minutes the first time")
    script = Path.join(checkout, "scripts/build")

    try do
      System.cmd(script, [], cd: checkout, into: IO.stream(), stderr_to_stdout: true)
    rescue
      error in ErlangError -> {nil, error.original}
    end
    |> case do
      {_output, 0} ->
        case install(Path.join(checkout, "build/port/exmonty"), target) do
          :ok -> {:ok, []}
          {:error, reason} -> failure("#{script} left no build/port/exmonty: #{:file.format_error(reason)}")
        end

      {_output, status} ->
        failure("""
        #{script} ended with #{inspect(status)}; its output stands above.
        It needs g++ 12 or newer, meson, ninja and the Debian packages that scripts/quickstart installs:
        run scripts/quickstart once, or set EXMONTY_BINARY to an exmonty binary.
        """)
    end
  end

  # Written beside the target and renamed: a running worker keeps the file that it was started from.
  defp install(source, target) do
    fresh = target <> ".new"

    with :ok <- File.mkdir_p(Path.dirname(target)),
         {:ok, _bytes} <- File.copy(source, fresh),
         :ok <- File.chmod(fresh, 0o755),
         :ok <- File.rename(fresh, target) do
      # Mix has linked priv/ into _build before, but for a first build there was none.
      Mix.Project.build_structure()
    end
  end

  defp failure(text) do
    message = String.trim_trailing("exmonty: " <> text)
    Mix.shell().error(message)

    {:error,
     [
       %Mix.Task.Compiler.Diagnostic{
         compiler_name: "exmonty",
         file: Path.join(File.cwd!(), "mix.exs"),
         message: message,
         position: nil,
         severity: :error
       }
     ]}
  end
end
