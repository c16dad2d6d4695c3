package org.openpriorauth.calibration.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.openpriorauth.calibration.AccuracyService;
import org.openpriorauth.calibration.AccuracyService.Accuracy;
import org.openpriorauth.calibration.Figure;
import org.openpriorauth.calibration.Share;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Words;
import org.openpriorauth.kernel.Problem;

/** How well documents are read for the practice, in numbers and a picture. */
@Named
@RequestScoped
public class AccuracyView {
  private static final int HUNDRED = 100;

  @Inject AccuracyService service;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;
  @Inject Words words;

  private Accuracy accuracy;
  private String refusal;

  /** A table of the page. */
  public record Table(String heading, String first, List<Figure> rows) {}

  public boolean isAllowed() {
    boolean allowed = current.may("clinic:read");
    if (!allowed) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(403);
    }
    return allowed;
  }

  public Accuracy getAccuracy() {
    if (accuracy == null) {
      try {
        accuracy = service.get(current.caller(), day("from"), day("to"));
      } catch (Problem e) {
        refusal = Words.refusal(e);
        accuracy = service.get(current.caller(), null, null);
      }
    }
    return accuracy;
  }

  /** Why what is shown is not of the days that were asked for, or null. */
  public String getRefusal() {
    getAccuracy();
    return refusal;
  }

  private LocalDate day(String name) {
    try {
      String word = asked.getParameter(name);
      return word == null || word.isEmpty() ? null : LocalDate.parse(word);
    } catch (DateTimeException e) {
      throw Problem.invalid("/" + name, "date", "A day looks like 2026-11-23.");
    }
  }

  public boolean isNothing() {
    return getAccuracy().all().looks().read() == 0;
  }

  public List<Table> getTables() {
    return List.of(
        new Table("By group of fields", "Group", getAccuracy().kinds()),
        new Table("By field", "Field", getAccuracy().fields()),
        new Table("By how the words were come by", "From", getAccuracy().sources()),
        new Table("By month of the reading", "Month", getAccuracy().months()));
  }

  public String name(Figure of) {
    return switch (of.name()) {
      case "text" -> "Text";
      case "ocr" -> "Scans and faxes";
      default -> words.title(of.name());
    };
  }

  public String share(Share of) {
    return of == null
        ? "too few to say"
        : "%s (%s to %s)".formatted(percent(of.share()), percent(of.low()), percent(of.high()));
  }

  public String claimed(Figure.Claim of) {
    return of == null
        ? "too few to say"
        : "%s, found %s".formatted(percent(of.claimed()), percent(of.found()));
  }

  public String error(Figure.Claim of) {
    return String.format(Locale.ROOT, "%.1f points", of.error() * HUNDRED);
  }

  public String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * HUNDRED);
  }

  public String counted(long many) {
    return String.format(Locale.US, "%,d", many);
  }

  /** What the picture can show. */
  public List<Figure.Band> getDrawn() {
    return getAccuracy().claims().stream().filter(b -> b.found() != null).toList();
  }

  /** From the left, of a hundred. */
  public String x(double share) {
    return String.format(Locale.ROOT, "%.1f", share * HUNDRED);
  }

  /** From the top, of a hundred. */
  public String y(double share) {
    return x(1 - share);
  }
}
