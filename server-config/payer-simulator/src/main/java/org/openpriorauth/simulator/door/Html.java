package org.openpriorauth.simulator.door;

import java.util.List;

/** A plain page of titled tables; whatever is shown is escaped here and nowhere else. */
final class Html {
  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;color:#222;background:#fafaf8;"
          + "max-width:76rem;margin:2rem auto;padding:0 1rem}"
          + "h1{font-size:1.5rem;font-weight:600}h2{font-size:1.1rem;margin-top:2rem}"
          + "table{border-collapse:collapse;width:100%}"
          + "th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;"
          + "border-bottom:1px solid #ddd;overflow-wrap:anywhere;white-space:pre-line}"
          + "th{font-weight:600;color:#555}.none{color:#666}";

  private final StringBuilder page = new StringBuilder();

  Html(String title) {
    page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.append("<title>").append(escape(title)).append("</title>");
    page.append("<style>").append(STYLE).append("</style></head><body><main>\n");
    page.append("<h1>").append(escape(title)).append("</h1>\n");
  }

  void paragraph(String text) {
    page.append("<p>").append(escape(text)).append("</p>\n");
  }

  void section(String title, List<String> columns, List<List<String>> rows) {
    page.append("<section><h2>").append(escape(title)).append("</h2>\n");
    if (rows.isEmpty()) {
      page.append("<p class=\"none\">None.</p></section>\n");
      return;
    }
    page.append("<table><thead><tr>");
    columns.forEach(c -> page.append("<th scope=\"col\">").append(escape(c)).append("</th>"));
    page.append("</tr></thead><tbody>\n");
    for (List<String> row : rows) {
      page.append("<tr>");
      row.forEach(cell -> page.append("<td>").append(escape(cell)).append("</td>"));
      page.append("</tr>\n");
    }
    page.append("</tbody></table></section>\n");
  }

  String end() {
    return page.append("</main></body></html>\n").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
