package org.openpriorauth.reader.office;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.openpriorauth.reader.document.Failure;

/** The styles of a Word document, each with what it takes from the one it is based on. */
final class DocxStyles {
  private static final int LONGEST_CHAIN = 20;
  private static final Pattern HEADING =
      Pattern.compile("(?:heading [1-9]|title|subtitle)", Pattern.CASE_INSENSITIVE);

  private record Style(String base, DocxLook look) {}

  private final Map<String, Style> styles = new HashMap<>();
  private final Map<String, DocxLook> whole = new HashMap<>();

  /**
   * @param part styles.xml, or null
   */
  DocxStyles(byte[] part) throws Failure {
    if (part == null) {
      return;
    }
    Xml in = Xml.open(part);
    while (in.child()) {
      if (in.name().equals("style")) {
        styles.put(in.attribute("styleId", ""), style(in));
      } else {
        in.skip();
      }
    }
  }

  private static Style style(Xml in) throws Failure {
    DocxLook look = new DocxLook();
    String base = "";
    while (in.child()) {
      switch (in.name()) {
        case "name" -> {
          if (HEADING.matcher(in.attribute("val", "")).matches()) {
            look.heading = true;
          }
          in.skip();
        }
        case "basedOn" -> {
          base = in.attribute("val", "");
          in.skip();
        }
        case "pPr" -> look.paragraph(in);
        case "rPr" -> look.run(in);
        default -> in.skip();
      }
    }
    return new Style(base, look);
  }

  /** What a style says in all. */
  DocxLook look(String id) {
    DocxLook known = whole.get(id);
    if (known != null) {
      return known;
    }
    DocxLook look = new DocxLook();
    String at = id;
    for (int i = 0; i < LONGEST_CHAIN && styles.containsKey(at); i++) {
      look.over(styles.get(at).look);
      at = styles.get(at).base;
    }
    whole.put(id, look);
    return look;
  }
}
