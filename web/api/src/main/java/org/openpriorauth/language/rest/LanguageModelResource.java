package org.openpriorauth.language.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.Versions;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.language.LanguageModelService;
import org.openpriorauth.language.LanguageModelService.ModelView;
import org.openpriorauth.language.LanguageModelService.Trial;
import org.openpriorauth.language.LanguageModelService.Wanted;
import org.openpriorauth.language.model.LanguageUseRepository.Use;

/** Whether a language model helps the clinic, which, and what it costs. */
@RequestScoped
@Path("/api/v1/clinics/current/language-model")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LanguageModelResource {
  @Inject LanguageModelService models;
  @Inject CurrentCaller caller;

  /**
   * @param adapter none, anthropic or openai
   * @param key it goes in and never comes out; null keeps the one that is there
   */
  public record ModelJson(
      @NotBlank @Size(max = 20) String adapter,
      @Size(max = 500) String baseUrl,
      @Size(max = 200) String model,
      @Size(max = 1000) String key,
      Long monthlyTokens,
      BigDecimal inputPrice,
      BigDecimal outputPrice,
      Boolean agreement) {
    Wanted wanted() {
      return new Wanted(
          adapter,
          baseUrl,
          model,
          key,
          monthlyTokens == null ? 0 : monthlyTokens,
          inputPrice,
          outputPrice,
          Boolean.TRUE.equals(agreement));
    }

    /** The key stays out of logs. */
    @Override
    public String toString() {
      return "ModelJson[" + adapter + "]";
    }
  }

  /** Day by day. */
  public record UseJson(List<Use> items) {}

  @GET
  public Response get() {
    return answer(models.get(caller.get()));
  }

  /** Needs {@code If-Match}. */
  @PUT
  public Response change(@HeaderParam("If-Match") String seen, ModelJson body) {
    models.change(caller.get(), Versions.seen(seen), body.wanted());
    return answer(models.get(caller.get()));
  }

  /** Asks it once for nothing; by the settings that are kept. */
  @POST
  @Path("trial")
  public Trial trial() {
    return models.trial(caller.get());
  }

  /**
   * @param month such as 2026-11; without it, this one
   */
  @GET
  @Path("use")
  public UseJson use(@QueryParam("month") String month) {
    try {
      return new UseJson(models.use(caller.get(), month == null ? null : YearMonth.parse(month)));
    } catch (DateTimeException e) {
      throw Problem.invalid("/month", "month", "Give a month such as 2026-11.");
    }
  }

  private static Response answer(ModelView view) {
    return Response.ok(view).tag(Versions.tag(view.version())).build();
  }
}
