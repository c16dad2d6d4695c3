package org.openpriorauth.door.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.patient.PatientService;
import org.openpriorauth.priorauth.PriorAuthService;

/**
 * Takes another system's id wherever ours is taken: in every address, by the name of the path's
 * parameter ({@code request}, {@code patient}), and in bodies. Ours are version-7 UUIDs, which no
 * external id may be ({@link #FORM}), so a word never means two things.
 */
@Provider
@ApplicationScoped
public class ExternalIds implements ParamConverterProvider {
  private static final String OURS =
      "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

  /** What an external id may be: visible characters, and not the form of ours. */
  public static final String FORM = "(?!" + OURS + "$)(?=.*\\S)\\P{C}*";

  @Inject PriorAuthService requests;
  @Inject PatientService patients;
  @Inject CurrentCaller caller;

  @Override
  @SuppressWarnings("unchecked")
  public <T> ParamConverter<T> getConverter(Class<T> raw, Type type, Annotation[] annotations) {
    if (raw != UUID.class) {
      return null;
    }
    return Arrays.stream(annotations)
        .filter(PathParam.class::isInstance)
        .map(a -> ((PathParam) a).value())
        .map(name -> (ParamConverter<T>) meaning(name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private ParamConverter<UUID> meaning(String parameter) {
    return switch (parameter) {
      case "request" -> new Word(this::request);
      case "patient" -> new Word(this::patient);
      default -> null;
    };
  }

  private UUID request(String word) {
    return word.matches(OURS)
        ? UUID.fromString(word)
        : requests.idOf(caller.get(), possible(word, ErrorCode.PA_NOT_FOUND));
  }

  /**
   * @throws org.openpriorauth.kernel.Problem PATIENT_NOT_FOUND
   */
  public UUID patient(String word) {
    return word.matches(OURS)
        ? UUID.fromString(word)
        : patients.idOf(caller.get(), possible(word, ErrorCode.PATIENT_NOT_FOUND));
  }

  /** What nothing can be called is not asked for: some of it no database takes. */
  private static String possible(String word, ErrorCode missing) {
    if (!word.matches(FORM)) {
      throw Problem.of(missing);
    }
    return word;
  }

  private record Word(Function<String, UUID> meaning) implements ParamConverter<UUID> {
    @Override
    public UUID fromString(String word) {
      return meaning.apply(word);
    }

    @Override
    public String toString(UUID id) {
      return id.toString();
    }
  }
}
