package org.openpriorauth.tracking.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openpriorauth.chart.ReadingFailure;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Words;
import org.openpriorauth.identity.PeopleService;
import org.openpriorauth.kernel.ProblemView;
import org.openpriorauth.priorauth.view.Acted;
import org.openpriorauth.priorauth.view.RequestPage;
import org.openpriorauth.tracking.TimelineService;
import org.openpriorauth.tracking.TimelineService.Line;

/** What happened to a request: when, who, and what in words; the newest first. */
@Named
@RequestScoped
public class TimelinePanel {
  @Inject TimelineService timeline;
  @Inject PeopleService people;
  @Inject CurrentPerson current;
  @Inject RequestPage page;
  @Inject Words words;

  private List<Entry> entries;

  public record Entry(Line line, String who, String what, String shape) {}

  void forget(@Observes(notifyObserver = Reception.IF_EXISTS) Acted acted) {
    entries = null;
  }

  public List<Entry> getEntries() {
    if (entries == null) {
      List<Line> lines = told(timeline.of(current.caller(), page.getId()));
      Map<UUID, String> names =
          people.names(
              current.caller(), lines.stream().map(Line::actor).collect(Collectors.toSet()));
      entries =
          new ArrayList<>(
              lines.stream()
                  .map(
                      l ->
                          new Entry(
                              l, names.getOrDefault(l.actor(), "OpenPriorAuth"), what(l), shape(l)))
                  .toList());
      Collections.reverse(entries);
    }
    return entries;
  }

  /** Without what the line after it says better: an older count of open points, a state twice. */
  private static List<Line> told(List<Line> lines) {
    List<Line> told = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Line before = i == 0 ? null : lines.get(i - 1);
      Line after = i + 1 == lines.size() ? null : lines.get(i + 1);
      boolean counted =
          line.kind().equals("assessed") && after != null && after.kind().equals("assessed");
      boolean said =
          line.kind().equals("moved")
              && before != null
              && before.kind().equals("determination")
              && part(before, "outcome").equals(part(line, "after"));
      boolean proved = line.kind().equals("moved") && part(line, "after").equals("SUBMITTED");
      if (!counted && !said && !proved) {
        told.add(line);
      }
    }
    return told;
  }

  private static String part(Line line, String name) {
    Object value = line.detail().get(name);
    return value == null ? "" : value.toString();
  }

  private String what(Line line) {
    return switch (line.kind()) {
      case "created" -> "Made request " + part(line, "pa_number");
      case "changed" -> "Changed the " + part(line, "part");
      case "document_read" -> document(line);
      case "assessed" -> assessed(line);
      case "packet_made" -> "Made the packet, " + part(line, "pages") + " pages";
      case "letter_saved" ->
          "Wrote the %s, version %s".formatted(letter(line), part(line, "version"));
      case "letter_open" -> "The %s does not hold any more: put it right".formatted(letter(line));
      case "submitted" -> "The payer has it, with proof";
      case "moved" -> moved(line);
      case "determination" -> "The payer said: " + words.of(part(line, "outcome"));
      case "conflict" ->
          "The payer said %s, which does not follow: a person must look"
              .formatted(words.of(part(line, "outcome")));
      case "overtaken" -> "The payer said that it works on it; its decision was here already";
      default -> words.title(line.kind());
    };
  }

  private String moved(Line line) {
    String now = "Now: " + words.of(part(line, "after"));
    String why = part(line, "reason");
    return why.isEmpty() ? now : now + " – " + words.of(why);
  }

  private static String letter(Line line) {
    return part(line, "kind").equals("appeal") ? "appeal letter" : "statement";
  }

  private String document(Line line) {
    String id = part(line, "document_id");
    Optional<String> name =
        page.getDocuments().stream()
            .filter(d -> d.id().toString().equals(id))
            .map(d -> d.fileName())
            .findFirst();
    ProblemView problem = ReadingFailure.explained(part(line, "problem"));
    return part(line, "state").equals("read")
        ? "Read " + name.orElse("a document")
        : "Could not read %s. %s".formatted(name.orElse("a document"), problem.sentence());
  }

  private static String assessed(Line line) {
    String open = part(line, "open");
    String points = open.equals("1") ? "1 open point" : open + " open points";
    return "Held against the payer's rules: " + (open.equals("0") ? "nothing open" : points);
  }

  private String shape(Line line) {
    return switch (line.kind()) {
      case "moved" -> words.shape(part(line, "after"));
      case "determination" -> words.shape(part(line, "outcome"));
      case "conflict" -> "bad";
      case "letter_open" -> "part";
      case "submitted" -> "good";
      default -> "dot";
    };
  }
}
