package org.openpriorauth.reader.office;

import java.util.Map;
import java.util.Set;
import org.openpriorauth.reader.typed.Block;

/** Control words that stand for a character, and those whose groups nobody sees. */
final class RtfWords {
  static final Map<String, String> SEEN =
      Map.ofEntries(
          Map.entry("tab", "\t"),
          Map.entry("line", "\n"),
          Map.entry("lbr", "\n"),
          Map.entry("emdash", "\u2014"),
          Map.entry("endash", "\u2013"),
          Map.entry("lquote", "\u2018"),
          Map.entry("rquote", "\u2019"),
          Map.entry("ldblquote", "\u201c"),
          Map.entry("rdblquote", "\u201d"),
          Map.entry("bullet", "\u2022"),
          Map.entry("emspace", " "),
          Map.entry("enspace", " "),
          Map.entry("qmspace", " "),
          Map.entry("~", " "),
          Map.entry("_", "-"),
          Map.entry("\\", "\\"),
          Map.entry("{", "{"),
          Map.entry("}", "}"),
          Map.entry("\t", "\t"),
          Map.entry("chpgn", String.valueOf(Block.PAGE)));

  static final Set<String> NOT_SEEN =
      Set.of(
          "colortbl",
          "stylesheet",
          "info",
          "pict",
          "objdata",
          "filetbl",
          "listtable",
          "listoverridetable",
          "revtbl",
          "rsidtbl",
          "generator",
          "xmlnstbl",
          "themedata",
          "nonshppict",
          "nonesttables",
          "shprslt",
          "sp",
          "annotation",
          "atnid",
          "atnauthor",
          "atndate",
          "atnref",
          "bkmkstart",
          "bkmkend",
          "tc",
          "tcn",
          "xe",
          "rxe",
          "txe",
          "private",
          "datafield",
          "formfield",
          "objclass",
          "objname",
          "template",
          "pgptbl",
          "latentstyles",
          "datastore",
          "fontemb",
          "falt",
          "panose",
          "ftnsep",
          "ftnsepc",
          "ftncn",
          "aftnsep",
          "aftnsepc",
          "aftncn");

  private RtfWords() {}
}
