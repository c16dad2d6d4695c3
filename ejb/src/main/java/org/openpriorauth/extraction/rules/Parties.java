package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.rules.Labels.Label;

/** Reads who is who from the labels: patient, coverage, providers, facility, and the dates. */
final class Parties {
  private static final Set<String> PROVIDERS =
      Set.of("ordering", "performing", "referring", "primary", "author");

  private static final Set<String> REPORTS =
      Set.of("lab_report", "imaging_report", "pathology_report");

  /** Values that are prose or are read elsewhere. */
  private static final Set<String> NOT_HERE =
      Set.of("none", "therapy", "service", "diagnosis", "drug", "finding");

  private static final Pattern BORN =
      Pattern.compile(
          "(?i)[,;( ]{0,3}(?:born|birth date|b\\.|bd|b/d|d\\.?o\\.?b\\.?)(?: on)?[ :]{1,2}");

  private final Draft draft;
  private final String type;

  private final Author author;

  /**
   * @param first the number of the document's first page
   */
  Parties(Draft draft, String type, int first) {
    this.draft = draft;
    this.type = type;
    this.author = new Author(draft, type, first);
  }

  void read(Leaf leaf) {
    Roles roles = leaf.roles();
    Pairs pairs = leaf.pairs();
    for (List<Label> row : leaf.labels()) {
      for (Label label : row) {
        if (!NOT_HERE.contains(label.party())) {
          String party = label.party().equals("*") ? roles.of(label) : label.party();
          read(label, party == null ? null : meant(party), places(row, label, pairs));
        }
      }
    }
    Letterhead.read(leaf, draft, author.house(), type);
    author.read(leaf);
    Banner.read(leaf, draft);
    Mentions.read(leaf, draft);
  }

  /**
   * Who requests a consultation refers; who requests a service orders. The doctor of a laboratory's
   * report or of a payer's letter is whom it is about, the doctor of a note who wrote it; who
   * treats orders what an order or a form is about; the surgeon of a pathologist's report sent the
   * specimen.
   */
  private String meant(String party) {
    boolean letter = "payer_letter".equals(type);
    return switch (party) {
      case "requester" -> "clinical_note".equals(type) ? "referring" : "ordering";
      case "doctor" -> letter || REPORTS.contains(String.valueOf(type)) ? "ordering" : "author";
      case "author" -> letter ? "ordering" : "author";
      case "treating" -> "order".equals(type) || "form".equals(type) ? "ordering" : "performing";
      case "performing" -> "pathology_report".equals(type) ? "ordering" : "performing";
      default -> party;
    };
  }

  /**
   * Two labels before one colon ("Name / DOB:") share a place: the second's value is further on.
   */
  private static List<Span> places(List<Label> row, Label label, Pairs pairs) {
    List<Span> places = new ArrayList<>(pairs.places(label));
    boolean second =
        row.stream().anyMatch(l -> l.end() == label.end() && l.start() < label.start());
    if (label.kind().equals("urgency") && !places.isEmpty()) {
      return List.of(toNextLabel(row, label, places.get(0)));
    }
    if (second && !places.isEmpty()) {
      Span whole = places.get(0);
      String text = whole.text();
      for (int i = 1; i < text.length(); i++) {
        char before = text.charAt(i - 1);
        if (before == ' ' || before == '/' || before == ',' || before == '(') {
          places.add(whole.part(i, text.length()));
        }
      }
    }
    return places;
  }

  /** Boxes to tick stand apart from each other: all of them are the place. */
  private static Span toNextLabel(List<Label> row, Label label, Span place) {
    Row line = place.sheet().rows().get(place.sheet().rowAt(place.start()));
    int end = line.end();
    for (Label other : row) {
      if (other.start() > label.start() && other.start() >= place.end()) {
        end = Math.min(end, other.start());
      }
    }
    return place.sheet().span(place.start(), end);
  }

  private void read(Label label, String party, List<Span> places) {
    if (party == null) {
      return;
    }
    double strength = label.sure() ? 0.95 : 0.85;
    for (Span place : places) {
      Shapes.Value value = Shapes.of(label.kind(), party, place);
      if (value != null) {
        put(label.kind(), party, value, strength);
        if (label.kind().equals("name") && PROVIDERS.contains(party)) {
          Shapes.Value specialty = Specialties.behind(value.span());
          if (specialty != null) {
            put("specialty", party, specialty, strength - 0.1);
          }
        }
        if (label.kind().equals("birth_date")) {
          sexBehind(place, value.span());
        }
        if (label.key().equals("patient.name")) {
          bornBehind(place, value.span());
        }
        return;
      }
      strength -= 0.05;
    }
    if (label.key().equals("coverage.member_id")) {
      member(places);
    }
  }

  /** Beside "Member" a payer writes the patient's name. */
  private void member(List<Span> places) {
    for (Span place : places) {
      Shapes.Value name = Shapes.take("person", place);
      if (name != null) {
        put("name", "patient", name, 0.85);
        return;
      }
    }
  }

  private void put(String kind, String party, Shapes.Value value, double strength) {
    List<String> flags =
        kind.equals("npi") && !Codes.isNpi(value.normalized()) ? npiFlags(value) : List.of();
    if (party.equals("author")) {
      author
          .says()
          .add(kind, "author", value.span(), value.normalized(), "present", flags, strength);
    } else if (kind.equals("date") && party.equals("document")) {
      author.dated(value, strength);
    } else {
      String name = name(kind, party);
      if (name != null) {
        String group = PROVIDERS.contains(party) ? "provider." + party : party;
        draft.add(name, group, value.span(), value.normalized(), "present", flags, strength);
      }
    }
  }

  private static List<String> npiFlags(Shapes.Value value) {
    String likely = Codes.digits(value.normalized());
    return Codes.isNpi(likely)
        ? List.of("check_digit", "suggest:" + likely)
        : List.of("check_digit");
  }

  /** The interface's name, or null if it has none for this. */
  private static String name(String kind, String party) {
    Set<String> allowed =
        switch (party) {
          case "patient" -> Set.of("name", "birth_date", "sex", "mrn", "phone", "address");
          case "coverage" -> Set.of("payer", "plan", "member_id", "group_number", "subscriber");
          case "facility" -> Set.of("name", "npi");
          case "order" -> Set.of("urgency");
          default ->
              PROVIDERS.contains(party)
                  ? Set.of("name", "npi", "phone", "fax", "specialty")
                  : Set.of();
        };
    if (!allowed.contains(kind)) {
      return null;
    }
    return (PROVIDERS.contains(party) ? "provider." + party : party) + "." + kind;
  }

  /** "Re: Jane Sample, born 3 May 1970". */
  private void bornBehind(Span place, Span name) {
    Span rest = place.sheet().span(name.end(), Math.min(place.end(), name.end() + 40));
    Matcher born = BORN.matcher(rest.text());
    Shapes.Value date =
        born.lookingAt() ? Shapes.take("birth_date", rest.part(born.end(), rest.length())) : null;
    if (date != null) {
      put("birth_date", "patient", date, 0.85);
    }
  }

  private void sexBehind(Span place, Span date) {
    Span rest = place.sheet().span(date.end(), Math.min(place.end(), date.end() + 30));
    Shapes.Value sex = Shapes.take("sex", rest.trimmed("/,|()-"));
    if (sex != null && !rest.value().contains(":")) {
      put("sex", "patient", sex, 0.85);
    }
  }

  /** Gives the author its part, now that the document's kind and its other people are known. */
  void finish(List<Leaf> leaves) {
    author.finish(leaves);
    Payers.settle(draft);
    if (!draft.has("facility.name") && !leaves.isEmpty()) {
      Letterhead.foot(leaves.get(leaves.size() - 1), draft, type);
    }
  }
}
