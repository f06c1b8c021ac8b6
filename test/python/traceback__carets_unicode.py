# Carets count display width: wide characters take two columns.
# recorded: CPython 3.14
名前 = {"é": 1}
x = "日本語" + "é" + 名前["ü"] + "ñ"
