package org.openpriorauth.reader.office;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The character sets of an RTF's fonts. */
final class RtfCodePages {
  private static final Charset USUAL = named("windows-1252");

  /** Windows' numbers of character sets and their code pages. */
  private static final Map<Integer, String> CHARSETS =
      Map.ofEntries(
          Map.entry(77, "x-MacRoman"),
          Map.entry(128, "windows-31j"),
          Map.entry(129, "x-windows-949"),
          Map.entry(134, "GBK"),
          Map.entry(136, "x-windows-950"),
          Map.entry(161, "windows-1253"),
          Map.entry(162, "windows-1254"),
          Map.entry(163, "windows-1258"),
          Map.entry(177, "windows-1255"),
          Map.entry(178, "windows-1256"),
          Map.entry(186, "windows-1257"),
          Map.entry(204, "windows-1251"),
          Map.entry(222, "x-windows-874"),
          Map.entry(238, "windows-1250"));

  private final Map<Integer, Charset> fonts = new HashMap<>();
  private final Map<Integer, String> names = new HashMap<>();
  private Charset document = USUAL;

  private static Charset named(String name) {
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
  }

  /** The document's own code page, by its number. */
  void document(int page) {
    document =
        switch (page) {
          case 65_001 -> StandardCharsets.UTF_8;
          case 10_000 -> named("x-MacRoman");
          case 932 -> named("windows-31j");
          case 936 -> named("GBK");
          case 949, 950, 874 -> named("x-windows-" + page);
          case 437, 850, 852, 866 -> named("IBM" + page);
          default -> page >= 1250 && page <= 1258 ? named("windows-" + page) : USUAL;
        };
  }

  /** A font's character set. */
  void font(int font, int charset) {
    String name = CHARSETS.get(charset);
    if (name != null) {
      fonts.put(font, named(name));
    }
    if (charset == 2) {
      names.putIfAbsent(font, "Wingdings");
    }
  }

  /** A font's name. */
  void name(int font, String name) {
    if (name.regionMatches(true, 0, "Symbol", 0, 6)) {
      names.put(font, "Symbol");
    } else if (name.regionMatches(true, 0, "Wingdings", 0, 9)) {
      names.put(font, "Wingdings");
    }
  }

  Charset of(int font) {
    return fonts.getOrDefault(font, document);
  }

  /** The name of a font of signs, or null. */
  String signs(int font) {
    return names.get(font);
  }
}
