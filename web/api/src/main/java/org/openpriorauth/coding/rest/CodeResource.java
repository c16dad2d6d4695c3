package org.openpriorauth.coding.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.openpriorauth.coding.CodeLookup.Found;
import org.openpriorauth.coding.CodeService;
import org.openpriorauth.coding.Looked;
import org.openpriorauth.coding.model.CodeEdition;
import org.openpriorauth.coding.model.MedicalCode;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.kernel.Problem;

/** Code sets: the same for every clinic, and no patient's data. */
@RequestScoped
@Path("/api/v1/codes")
@Produces(MediaType.APPLICATION_JSON)
public class CodeResource {
  private static final int DAY = "2026-10-01".length();

  @Inject CodeService codes;
  @Inject CurrentCaller caller;

  /**
   * @param sample only a few codes to try things with: not for billing
   */
  public record EditionJson(
      String system, String name, LocalDate from, LocalDate to, boolean sample, int codes) {
    static EditionJson of(CodeEdition edition) {
      return edition == null
          ? null
          : new EditionJson(
              edition.system().word(),
              edition.name(),
              edition.from(),
              edition.to(),
              edition.sample(),
              edition.codes());
    }
  }

  public record EditionsJson(List<EditionJson> items) {}

  public record CodeJson(
      String code, boolean billable, String shortDescription, String description) {
    static CodeJson of(MedicalCode code) {
      return new CodeJson(
          code.code(), code.billable(), code.shortDescription(), code.description());
    }
  }

  /**
   * @param edition null where none is loaded for the day
   */
  public record CodesJson(EditionJson edition, List<CodeJson> items) {
    static CodesJson of(Found found) {
      return new CodesJson(
          EditionJson.of(found.edition()), found.codes().stream().map(CodeJson::of).toList());
    }
  }

  /**
   * @param status billable, header, not_in_force, unknown, malformed or not_checked
   * @param perhaps the code that it may be a misreading of, or null
   */
  public record LookedJson(
      String system,
      String code,
      String status,
      String description,
      String perhaps,
      EditionJson edition) {
    static LookedJson of(String system, Looked looked) {
      return new LookedJson(
          system,
          looked.code(),
          looked.standing().word(),
          looked.found() == null ? null : looked.found().description(),
          looked.perhaps(),
          EditionJson.of(looked.edition()));
    }
  }

  @GET
  public CodesJson search(
      @QueryParam("system") String system,
      @QueryParam("q") String words,
      @QueryParam("on") String on) {
    return CodesJson.of(codes.search(caller.get(), system, words, day(on)));
  }

  @GET
  @Path("editions")
  public EditionsJson editions() {
    return new EditionsJson(codes.editions(caller.get()).stream().map(EditionJson::of).toList());
  }

  @GET
  @Path("{system}/{code}")
  public LookedJson look(
      @PathParam("system") String system,
      @PathParam("code") String code,
      @QueryParam("on") String on) {
    return LookedJson.of(system, codes.look(caller.get(), system, code, day(on)));
  }

  private static LocalDate day(String on) {
    if (on != null && on.length() != DAY) {
      throw noDay();
    }
    try {
      return on == null ? null : LocalDate.parse(on);
    } catch (DateTimeException e) {
      throw noDay();
    }
  }

  private static Problem noDay() {
    return Problem.invalid("/on", "form", "A day is written like 2026-10-01.");
  }
}
