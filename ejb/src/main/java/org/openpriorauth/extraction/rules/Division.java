package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.Composition.Part;
import org.openpriorauth.extraction.FieldExtractor.PageIdentity;
import org.openpriorauth.extraction.rules.DocumentKind.Guess;

/**
 * Where in a fax one document ends and the next begins: behind its cover sheet, where pages are
 * counted anew, where the patient, the letterhead or the kind of page changes. A page that says it
 * is the next of its own document belongs to it, whatever it looks like.
 */
final class Division {
  private static final Pattern NUMBER =
      Pattern.compile("(?i)\\b(?:page|pg|p)[.:]?\\s{0,2}(\\d{1,3})\\s?(?:of|/)\\s?(\\d{1,3})\\b");

  /** In rows: where a page says its number. */
  private static final int HEAD = 6;

  private static final int FOOT = 4;

  /** A page inside a note may look like a report; only a plain one begins a document. */
  private static final double PLAIN_KIND = 0.8;

  private static final double BY_NUMBER = 0.97;
  private static final double BY_COVER = 0.95;
  private static final double BY_PATIENT = 0.95;
  private static final double BY_KIND = 0.85;
  private static final double BY_HOUSE = 0.75;

  private final List<PageSigns> pages = new ArrayList<>();
  private final boolean counted;

  private Division(List<Leaf> leaves, List<PageIdentity> identities) {
    for (int i = 0; i < leaves.size(); i++) {
      pages.add(PageSigns.of(leaves.get(i), identities.get(i)));
    }
    this.counted = isCountedByFax();
  }

  /**
   * @param number from 1, 0 if the page says none
   * @param of how many pages its document has
   * @param house in its letterhead, or null
   */
  private record PageSigns(Guess kind, int number, int of, String house, PageIdentity whose) {
    static PageSigns of(Leaf leaf, PageIdentity whose) {
      Draft draft = new Draft();
      Letterhead.read(leaf, draft, new Draft(), null);
      String house =
          draft.all("facility.name").stream()
              .map(item -> item.span().value().toLowerCase(Locale.ROOT))
              .findFirst()
              .orElse(null);
      int[] number = number(leaf.sheet());
      return new PageSigns(DocumentKind.of(leaf.sheet()), number[0], number[1], house, whose);
    }

    private static int[] number(Sheet sheet) {
      List<Row> rows = sheet.rows();
      for (Row row : rows) {
        boolean outside = row.index() >= HEAD && row.index() < rows.size() - FOOT;
        String text = sheet.text().substring(row.start(), row.end());
        Matcher found = NUMBER.matcher(text);
        if (!outside && !Transmission.is(text) && found.find()) {
          int number = Integer.parseInt(found.group(1));
          int of = Integer.parseInt(found.group(2));
          if (number >= 1 && number <= of) {
            return new int[] {number, of};
          }
        }
      }
      return new int[] {0, 0};
    }

    boolean isCover() {
      return "cover_sheet".equals(kind.type());
    }
  }

  /**
   * @param whole what the document is, taken as one
   */
  static List<Part> of(List<Leaf> leaves, List<PageIdentity> identities, Guess whole) {
    if (leaves.isEmpty()) {
      return List.of();
    }
    return new Division(leaves, identities).parts(identities.size(), whole);
  }

  private List<Part> parts(int last, Guess whole) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    List<Double> sure = new ArrayList<>(List.of(1.0));
    for (int i = 1; i < pages.size(); i++) {
      double start = start(starts.get(starts.size() - 1), i);
      if (start > 0) {
        starts.add(i);
        sure.add(start);
      }
    }
    if (starts.size() == 1) {
      return List.of(new Part(whole.type(), 1, last, whole.score()));
    }
    List<Part> parts = new ArrayList<>();
    for (int p = 0; p < starts.size(); p++) {
      boolean end = p + 1 == starts.size();
      int to = end ? pages.size() : starts.get(p + 1);
      double boundary = Math.min(sure.get(p), end ? 1 : sure.get(p + 1));
      Guess kind = kind(starts.get(p), to);
      double score = kind.type() == null ? 0 : kind.score() * boundary;
      parts.add(new Part(kind.type(), starts.get(p) + 1, end ? last : to, score));
    }
    return List.copyOf(parts);
  }

  /** Of its first page that tells. */
  private Guess kind(int from, int to) {
    return pages.subList(from, to).stream()
        .map(PageSigns::kind)
        .filter(k -> k.type() != null)
        .findFirst()
        .orElse(new Guess(null, 0));
  }

  /** How sure it is that a document begins on a page, or 0 if none does. */
  private double start(int part, int i) {
    PageSigns before = pages.get(i - 1);
    PageSigns page = pages.get(i);
    boolean numbered = page.number() > 0 && !counted;
    if (before.isCover() && !page.isCover()) {
      return BY_COVER;
    }
    if (numbered && page.number() == 1) {
      return BY_NUMBER;
    }
    if (numbered && page.number() == before.number() + 1 && page.of() == before.of()) {
      return 0;
    }
    if (differ(pages.subList(part, i), page)) {
      return BY_PATIENT;
    }
    String kind = kind(part, i).type();
    if (page.kind().type() != null
        && !page.kind().type().equals(kind)
        && page.kind().score() >= PLAIN_KIND) {
      return BY_KIND;
    }
    boolean ended = before.number() > 0 && before.number() == before.of() && !counted;
    String house = house(part, i);
    boolean moved = page.house() != null && house != null && !house.equals(page.house());
    return moved || ended ? BY_HOUSE : 0;
  }

  private String house(int from, int to) {
    return pages.subList(from, to).stream()
        .map(PageSigns::house)
        .filter(h -> h != null)
        .findFirst()
        .orElse(null);
  }

  private static boolean differ(List<PageSigns> part, PageSigns page) {
    return part.stream()
        .map(PageSigns::whose)
        .anyMatch(
            p ->
                other(p.birthDate(), page.whose().birthDate())
                    && (other(p.name(), page.whose().name())
                        || other(p.mrn(), page.whose().mrn())));
  }

  private static boolean other(String a, String b) {
    return a != null && b != null && !a.equalsIgnoreCase(b);
  }

  /** Behind a cover sheet the fax may count its own pages, which tells of no document. */
  private boolean isCountedByFax() {
    if (!pages.get(0).isCover()) {
      return false;
    }
    for (int i = 0; i < pages.size(); i++) {
      PageSigns page = pages.get(i);
      if (page.number() > 0 && (page.number() != i + 1 || page.of() != pages.size())) {
        return false;
      }
    }
    return true;
  }
}
