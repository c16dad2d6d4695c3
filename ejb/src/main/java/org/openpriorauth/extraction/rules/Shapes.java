package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the value of a label must look like: takes its part of the place, or nothing. */
final class Shapes {
  private static final Pattern PHONE =
      Pattern.compile("\\+?1?[ .-]?\\(?\\d{3}\\)?[ .-]{0,2}\\d{3}[ .-]{1,2}\\d{4}(?!\\d)");
  private static final Pattern NPI = Pattern.compile("(?<!\\w)[0-9OoIlBSQ]{9,11}(?!\\w)");
  private static final Pattern ID =
      Pattern.compile("[A-Za-z]{0,6}[ -]?[0-9A-Za-z]{1,12}(?:[ ./*-][0-9A-Za-z]{1,10}){0,5}+");
  private static final Pattern GROUP =
      Pattern.compile("[A-Z][A-Z0-9]{1,11}(?:[ -][A-Z0-9]{1,10}){0,2}+");
  private static final Pattern SEX =
      Pattern.compile("(?i)(?<![\\w'])(female|male|woman|man|f|m)(?!\\w)");
  private static final Pattern TICK =
      Pattern.compile(
          "(?:[\u2611\u2612\u2713\u2714\u2718]|[\\[(][xX\u2713\u2714][\\])]|(?<!\\w)[xX])\\s?$");
  private static final Pattern SPACED =
      Pattern.compile("(\\d{1,2}) (\\d{1,2}) ((?:19|20)?\\d\\d)(?!\\d)");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(?:p\\.?o\\.? box )?\\d{1,6}\\s.{5,}");
  private static final Pattern ZIP = Pattern.compile("\\b[A-Z]{2},?\\s{1,3}\\d{5}(?:-\\d{4})?\\b");
  private static final Pattern PLAN =
      Pattern.compile(
          "(?=.{2,60}$)(?!X )[\\p{Lu}\\d][\\p{L}\\d&/+'-]*+(?: [\\p{Lu}\\d&/+-][\\p{L}\\d&/+.'-]*+| of| and| for){0,7}");
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?i)(?:n/?a|none|unknown|not (?:on file|given|provided|listed)|see .*|-+|_+)");

  private Shapes() {}

  /**
   * @param span the part of the place that is the value
   * @param normalized as the interface says, null if the value resists
   */
  record Value(Span span, String normalized) {}

  /** What a label of a party's asks for at a place, or null. */
  static Value of(String kind, String party, Span place) {
    return switch (kind) {
      case "name" -> {
        Value person = party.equals("facility") ? null : take("person", place);
        boolean house = party.equals("performing") || party.equals("facility");
        yield person == null && house ? take("house", place) : person;
      }
      case "payer" -> take("house", place);
      case "subscriber" -> Subscribers.take(place);
      case "urgency" -> Urgency.take(place);
      default -> take(kind, place);
    };
  }

  /** The value of a kind at a place, or null. */
  static Value take(String kind, Span place) {
    Span clean = place.trimmed(":;#,*_");
    if (clean.isEmpty() || NOTHING.matcher(clean.value()).matches()) {
      return null;
    }
    return switch (kind) {
      case "birth_date", "date", "start", "end" -> date(clean, kind.equals("birth_date"));
      case "sex" -> sex(clean);
      case "phone", "fax" -> phone(clean);
      case "npi" -> npi(clean);
      case "mrn", "member_id" -> id(clean);
      case "group_number" -> group(clean);
      case "address" -> address(clean);
      case "duration" -> duration(clean);
      case "person" -> plain(Names.person(clean));
      case "house" -> plain(Names.house(clean));
      case "plan" -> plan(clean);
      default -> text(clean);
    };
  }

  private static Value plain(Span span) {
    return span == null ? null : new Value(span, null);
  }

  private static Value date(Span place, boolean whole) {
    Matcher spaced = SPACED.matcher(place.text());
    if (spaced.lookingAt()) {
      List<Dates.Found> boxes = Dates.in(spaced.group().replace(' ', '/'));
      return boxes.isEmpty() ? null : new Value(place.part(0, spaced.end()), boxes.get(0).iso());
    }
    for (Dates.Found date : Dates.in(place.text())) {
      // A value stands at its place's head: further back is another one.
      if (date.start() <= 4 && (date.hasDay() || !whole)) {
        return new Value(place.part(date.start(), date.end()), date.iso());
      }
    }
    return null;
  }

  /** Of two that are printed to choose from, the one that is ticked; none if neither is. */
  private static Value sex(Span place) {
    Row row = place.sheet().rows().get(place.sheet().rowAt(place.start()));
    Span line = place.sheet().span(place.start(), Math.min(row.end(), place.start() + 60));
    List<Value> printed = new ArrayList<>();
    List<Value> ticked = new ArrayList<>();
    for (Matcher m = SEX.matcher(line.text()); m.find(); ) {
      char first = Character.toLowerCase(m.group().charAt(0));
      String sex = first == 'f' || first == 'w' ? "female" : "male";
      Value value = new Value(line.part(m.start(), m.end()), sex);
      if (m.start() <= 12 || !printed.isEmpty()) {
        printed.add(value);
      }
      if (TICK.matcher(line.text().substring(Math.max(0, m.start() - 5), m.start())).find()) {
        ticked.add(value);
      }
    }
    boolean choice = printed.stream().map(Value::normalized).distinct().count() > 1;
    List<Value> meant = choice ? ticked : printed;
    return meant.isEmpty() || choice && meant.size() != 1 ? null : meant.get(0);
  }

  private static Value phone(Span place) {
    Matcher m = PHONE.matcher(place.text());
    if (!m.find() || m.start() > 12) {
      return null;
    }
    String digits = m.group().replaceAll("\\D", "");
    Span span = place.part(m.start(), m.end()).trimmed("");
    return new Value(span, digits.length() == 11 ? digits.substring(1) : digits);
  }

  private static Value npi(Span place) {
    Matcher m = NPI.matcher(place.text());
    if (!m.find() || m.start() > 6) {
      return null;
    }
    return new Value(place.part(m.start(), m.end()), m.group().toUpperCase(Locale.ROOT));
  }

  private static Value id(Span place) {
    Matcher m = ID.matcher(place.text());
    if (!m.lookingAt() || m.group().chars().filter(Character::isDigit).count() < 3) {
      return null;
    }
    List<Dates.Found> dates = Dates.in(m.group());
    if (!dates.isEmpty() && dates.get(0).start() == 0) {
      return null;
    }
    int end = m.end();
    if (place.text().startsWith("-", end) && place.text().strip().length() == end + 1) {
      // It goes on in another row.
      return null;
    }
    // Words behind the number are no longer of it.
    Matcher word = Pattern.compile(" [A-Za-z]{2,}(?=$|[ :])").matcher(m.group());
    if (word.find() && word.start() > 3) {
      end = word.start();
    }
    Span span = place.part(0, end);
    return new Value(span, span.value().toUpperCase(Locale.ROOT));
  }

  /** An employer's group may be a name in capitals: "TEAMSTERS 25", "SC-STATE". */
  private static Value group(Span place) {
    Value number = id(place);
    String text = place.value();
    boolean named = number == null && GROUP.matcher(text).matches();
    return named ? new Value(place.trimmed(""), text) : number;
  }

  private static Value address(Span place) {
    boolean fits = ADDRESS.matcher(place.value()).matches() || ZIP.matcher(place.text()).find();
    return fits ? new Value(place, null) : null;
  }

  private static Value duration(Span place) {
    List<Durations.Found> found = Durations.in(place.text());
    return found.isEmpty()
        ? null
        : new Value(place.part(found.get(0).start(), found.get(0).end()), found.get(0).iso());
  }

  /** A product's name, which may have numbers in it, and no sentence. */
  private static Value plan(Span place) {
    return PLAN.matcher(place.value()).matches() ? new Value(place, null) : null;
  }

  private static Value text(Span place) {
    boolean letters = place.text().chars().anyMatch(Character::isLetterOrDigit);
    return letters && place.end() - place.start() <= 300 ? new Value(place, null) : null;
  }
}
