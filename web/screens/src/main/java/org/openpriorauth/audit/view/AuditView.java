package org.openpriorauth.audit.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpriorauth.audit.AuditService;
import org.openpriorauth.audit.AuditService.Page;
import org.openpriorauth.audit.Inspection;
import org.openpriorauth.audit.model.AuditSearch.Key;
import org.openpriorauth.audit.model.AuditSearch.Line;
import org.openpriorauth.audit.model.AuditSearch.Wanted;
import org.openpriorauth.audit.model.SealRepository.Stored;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Times;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.kernel.Caller;

/**
 * The audit trail as the security officer reads it: what happened, and that nothing was changed.
 */
@Named
@RequestScoped
public class AuditView extends Told {
  private static final int ROWS = 50;

  /** Areas by the beginnings of their actions, as people call them. */
  private static final Map<String, String> AREAS = new LinkedHashMap<>();

  static {
    AREAS.put("", "Anything");
    AREAS.put("patient.", "Patients");
    AREAS.put("coverage.", "Coverage");
    AREAS.put("pa.", "Requests");
    AREAS.put("document.", "Documents");
    AREAS.put("packet.", "Packets");
    AREAS.put("submission.", "Submissions");
    AREAS.put("auth.", "Signing in");
    AREAS.put("user.", "People");
    AREAS.put("emergency.", "Emergencies");
    AREAS.put("alert.", "Alerts");
    AREAS.put("checks.", "Checks");
    AREAS.put("audit.", "This trail");
  }

  @Inject AuditService audit;
  @Inject CurrentPerson current;
  @Inject Times times;
  @Inject HttpServletRequest asked;

  private Page page;

  /** What an alert's way to its lines says. */
  private static final List<String> LED =
      List.of("since", "until", "actor", "address", "nobodys", "emergency");

  /** What leads to the same lines again, a page further. */
  private static final List<String> KEPT =
      Stream.concat(Stream.of("from", "to", "who", "area", "outcome", "call"), LED.stream())
          .toList();

  /** A choice of the filter. */
  public record Choice(String value, String label) {}

  public boolean isAllowed() {
    boolean allowed = current.may("audit:read");
    if (!allowed) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(403);
    }
    return allowed;
  }

  public List<Line> getLines() {
    return page().lines();
  }

  /** By name; a name of another clinic's is not ours to show. */
  public String who(Line line) {
    if (line.name() != null) {
      return line.name();
    }
    return Caller.SYSTEM.equals(line.actor()) ? "OpenPriorAuth" : "somebody from outside";
  }

  private Page page() {
    if (page == null) {
      page = audit.find(current.caller(), wanted(), after(), ROWS);
    }
    return page;
  }

  private Wanted wanted() {
    LocalDate from = day("from");
    LocalDate to = day("to");
    return new Wanted(
        from == null ? instant("since") : times.start(from),
        to == null ? instant("until") : times.start(to.plusDays(1)),
        id("actor"),
        filled("who"),
        AREAS.containsKey(getArea()) && !getArea().isEmpty() ? getArea() : null,
        null,
        "refused".equals(getOutcome()) ? "refused" : null,
        filled("call"),
        filled("address"),
        id("emergency"),
        filled("nobodys") != null && current.may("checks:installation"));
  }

  private Instant instant(String name) {
    try {
      String word = filled(name);
      return word == null ? null : Instant.parse(word);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private UUID id(String name) {
    try {
      String word = filled(name);
      return word == null ? null : UUID.fromString(word);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether an alert led here, so that the lines are those behind it. */
  public boolean isBehindAnAlert() {
    return LED.stream().anyMatch(name -> filled(name) != null);
  }

  private LocalDate day(String name) {
    try {
      String word = filled(name);
      return word == null ? null : LocalDate.parse(word);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private Key after() {
    String at = filled("at");
    String id = filled("below");
    try {
      return at == null || id == null ? null : new Key(Instant.parse(at), UUID.fromString(id));
    } catch (DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }

  private String filled(String name) {
    String word = asked.getParameter(name);
    return word == null || word.isBlank() ? null : word.strip();
  }

  /** Where the older ones are, or null at the end. */
  public String getOlder() {
    Key next = page().next();
    if (next == null) {
      return null;
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (String name : KEPT) {
      if (filled(name) != null) {
        all.put(name, filled(name));
      }
    }
    all.put("at", next.at().toString());
    all.put("below", next.id().toString());
    return all.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "audit.xhtml?", ""));
  }

  public Stored getHead() {
    return audit.head(current.caller()).orElse(null);
  }

  /** Holds the whole chain against what is stored. */
  public void verify() {
    doing(
        () -> {
          List<String> problems = new ArrayList<>();
          long seals = 0;
          long events = 0;
          String kept = "";
          Long from = 1L;
          while (from != null) {
            Inspection.Result result = audit.verify(current.caller(), from);
            problems.addAll(result.problems());
            seals += result.seals();
            events += result.events();
            kept = kept(result);
            from = result.next();
          }
          return problems.isEmpty()
              ? "All %,d seals hold: %,d events, none changed, removed or inserted."
                      .formatted(seals, events)
                  + kept
              : "THE TRAIL DOES NOT HOLD. " + String.join(" ", problems);
        });
  }

  private static String kept(Inspection.Result result) {
    return result.keptFrom() == null
        ? ""
        : " All events from %s on are kept; older ones, under the first %,d seals, were removed."
            .formatted(result.keptFrom(), result.removedSeals());
  }

  public List<Choice> getAreas() {
    return AREAS.entrySet().stream().map(e -> new Choice(e.getKey(), e.getValue())).toList();
  }

  public String getFrom() {
    return asked.getParameter("from");
  }

  public String getTo() {
    return asked.getParameter("to");
  }

  public String getWho() {
    return asked.getParameter("who");
  }

  public String getCall() {
    return asked.getParameter("call");
  }

  public String getArea() {
    String area = asked.getParameter("area");
    return area == null ? "" : area;
  }

  public String getOutcome() {
    String outcome = asked.getParameter("outcome");
    return outcome == null ? "" : outcome;
  }
}
