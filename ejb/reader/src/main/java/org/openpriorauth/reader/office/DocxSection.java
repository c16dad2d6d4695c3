package org.openpriorauth.reader.office;

import java.util.HashMap;
import java.util.Map;
import org.openpriorauth.reader.document.Failure;

/**
 * What a section says of its pages.
 *
 * @param references ids of its headers and footers, by kind and type: {@code header default}
 * @param ownFirst whether its first page has others
 * @param newPage whether it begins a page
 */
record DocxSection(Map<String, String> references, boolean ownFirst, boolean newPage) {
  static DocxSection read(Xml in) throws Failure {
    Map<String, String> references = new HashMap<>();
    boolean ownFirst = false;
    boolean newPage = true;
    while (in.child()) {
      switch (in.name()) {
        case "headerReference" ->
            references.put("header " + in.attribute("type", "default"), in.attribute("id", ""));
        case "footerReference" ->
            references.put("footer " + in.attribute("type", "default"), in.attribute("id", ""));
        case "titlePg" -> ownFirst = in.on();
        case "type" -> newPage = !in.attribute("val", "").equals("continuous");
        default -> {
          // Sizes and margins: pages are our own.
        }
      }
      in.skip();
    }
    return new DocxSection(references, ownFirst, newPage);
  }
}
