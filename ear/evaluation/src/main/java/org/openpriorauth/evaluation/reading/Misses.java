package org.openpriorauth.evaluation.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.openpriorauth.evaluation.reading.Judged.Given;
import org.openpriorauth.evaluation.reading.Judged.Verdict;
import org.openpriorauth.extraction.PageReader;
import org.openpriorauth.extraction.PageReader.Page;
import org.openpriorauth.kernel.Problem;

/** A page for people: each document in which something went wrong, with pictures of its pages. */
final class Misses {
  private static final int DPI = 72;
  private static final String HEAD =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>What was misread</title>
      <style>
      body { font: 14px/1.4 sans-serif; margin: 2rem; color: #1a1a1a }
      section { display: flex; gap: 1.5rem; border-top: 1px solid #999; padding: 1rem 0 }
      figure { position: relative; margin: 0 0 1rem; border: 1px solid #bbb; width: max-content }
      figure img { display: block; max-width: 45rem }
      figure b { position: absolute; outline: 2px solid #b00020; background: #b0002022 }
      td, th { text-align: left; padding: .1rem .6rem .1rem 0; vertical-align: top }
      </style><h1>What was misread</h1>
      """;

  private final PageReader pages;
  private final Path directory;

  Misses(PageReader pages, Path directory) {
    this.pages = pages;
    this.directory = directory;
  }

  void write(List<Judged> judged) throws IOException {
    StringBuilder html = new StringBuilder(HEAD);
    for (Judged one : judged) {
      if (!wrong(one).isEmpty()
          || !one.missed().isEmpty()
          || !leaves(one).isEmpty()
          || one.outcome().problem() != null) {
        section(html, one);
      }
    }
    Files.writeString(directory.resolve("report.html"), html);
  }

  private static List<Given> wrong(Judged one) {
    return one.given().stream().filter(g -> g.verdict() != Verdict.RIGHT).toList();
  }

  private static List<Leaf> leaves(Judged one) {
    return one.leaves().stream().filter(l -> !l.right() || !l.supported()).toList();
  }

  private void section(StringBuilder html, Judged one) throws IOException {
    html.append(
        "<section><div><h2>%s</h2><p>%s, read as %s"
            .formatted(
                text(one.one().name()),
                text(one.one().gold().documentType()),
                text(
                    one.outcome().problem() == null
                        ? one.outcome().type()
                        : one.outcome().problem())));
    html.append("<table><tr><th>field<th>given<th>labelled<th>page");
    wrong(one)
        .forEach(
            g ->
                html.append(
                    "<tr><td>%s<td>%s<td>%s<td>%d"
                        .formatted(
                            text(g.name()),
                            text(g.value()),
                            g.verdict() == Verdict.INVENTED ? "<i>absent</i>" : "",
                            g.page())));
    one.missed()
        .forEach(
            m ->
                html.append(
                    "<tr><td>%s<td><td>%s<td>%s"
                        .formatted(
                            text(m.name()), text(m.value()), m.page() == null ? "" : m.page())));
    criteria(html, one);
    html.append("</table></div><div>");
    for (int page : pagesOf(one)) {
      figure(html, one, page);
    }
    html.append("</div></section>\n");
  }

  private static void criteria(StringBuilder html, Judged one) {
    leaves(one)
        .forEach(
            l ->
                html.append(
                    "<tr><td>criterion %s<td>%s%s<td>%s<td>"
                        .formatted(
                            text(l.criterion()),
                            text(l.said()),
                            l.supported() ? "" : ", unsupported",
                            text(l.expected()))));
  }

  private static Set<Integer> pagesOf(Judged one) {
    Set<Integer> pages = new TreeSet<>();
    wrong(one).forEach(g -> pages.add(g.page()));
    one.missed().forEach(m -> pages.add(Objects.requireNonNullElse(m.page(), 1)));
    pages.removeIf(page -> page > one.outcome().pages().size());
    return pages;
  }

  private void figure(StringBuilder html, Judged one, int number) throws IOException {
    Page page = one.outcome().pages().get(number - 1);
    byte[] picture;
    try {
      picture =
          pages.render(Files.readAllBytes(one.one().document()), number, page.rotation(), DPI);
    } catch (Problem e) {
      html.append("<p>Page %d could not be drawn.".formatted(number));
      return;
    }
    String file = "pages/" + one.one().name() + "-" + number + ".png";
    Files.createDirectories(directory.resolve("pages"));
    Files.write(directory.resolve(file), picture);
    html.append(
        "<figure><img loading=lazy alt='page %d' src='%s'>"
            .formatted(
                number,
                java.net.URLEncoder.encode(file, StandardCharsets.UTF_8).replace("%2F", "/")));
    wrong(one).stream()
        .filter(g -> g.page() == number && g.box().size() == 4)
        .forEach(
            g ->
                html.append(
                    "<b title='%s' style='left:%.2f%%;top:%.2f%%;width:%.2f%%;height:%.2f%%'></b>"
                        .formatted(
                            text(g.name()),
                            100 * g.box().get(0),
                            100 * g.box().get(1),
                            100 * g.box().get(2),
                            100 * g.box().get(3))));
    html.append("</figure>");
  }

  private static String text(String words) {
    return String.valueOf(words).replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
  }
}
