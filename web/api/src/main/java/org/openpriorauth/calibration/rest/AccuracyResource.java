package org.openpriorauth.calibration.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.openpriorauth.calibration.AccuracyService;
import org.openpriorauth.calibration.AccuracyService.Accuracy;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.Limited;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.network.Limit;

/** How well documents are read for the clinic. */
@Limited(Limit.SEARCH)
@RequestScoped
@Path("/api/v1/clinics/current/reading/accuracy")
@Produces(MediaType.APPLICATION_JSON)
public class AccuracyResource {
  private static final int DAY = "2026-11-23".length();

  @Inject AccuracyService accuracy;
  @Inject CurrentCaller caller;

  /**
   * @param from the first day, such as 2026-11-01; without it, a year back
   * @param to the last day; without it, today
   */
  @GET
  public Accuracy get(@QueryParam("from") String from, @QueryParam("to") String to) {
    return accuracy.get(caller.get(), day("/from", from), day("/to", to));
  }

  private static LocalDate day(String pointer, String word) {
    try {
      if (word != null && word.length() == DAY) {
        return LocalDate.parse(word);
      }
    } catch (DateTimeException e) {
      throw noDay(pointer);
    }
    if (word != null) {
      throw noDay(pointer);
    }
    return null;
  }

  private static Problem noDay(String pointer) {
    return Problem.invalid(pointer, "date", "A day looks like 2026-11-23.");
  }
}
