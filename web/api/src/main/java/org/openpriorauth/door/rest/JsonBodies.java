package org.openpriorauth.door.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.wire.json.Json;

/**
 * JSON in and out by our own rules on both servers, with every fault named by a pointer. A body is
 * read in full and validated before the resource sees it; an unknown field, a wrong type or a
 * second document is malformed, a value that breaks a constraint is not acceptable. Messages never
 * repeat the value: it may be a patient's.
 */
@Provider
@Priority(1)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
  private static final int MOST_BYTES = 1024 * 1024;

  /** What may be a field's name misspelt; anything else is not said again, whatever it is. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}");

  @Inject Validator validator;

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] as, MediaType media) {
    return type.isRecord();
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream in)
      throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw Problem.of(ErrorCode.TOO_LARGE, "A JSON body may have at most 1 MiB.");
    }
    Object body = parse(bytes, type);
    Set<ConstraintViolation<Object>> violations = validator.validate(body);
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations.stream().map(JsonBodies::fault).toList());
    }
    return body;
  }

  private static Object parse(byte[] bytes, Class<?> type) {
    if (bytes.length == 0) {
      throw Problem.of(ErrorCode.MALFORMED, "The request has no body; JSON is expected.");
    }
    try {
      Object body = Json.mapper().readValue(bytes, type);
      if (body == null) {
        throw Problem.of(ErrorCode.MALFORMED, "The body is null; a JSON object is expected.");
      }
      return body;
    } catch (UnrecognizedPropertyException e) {
      throw Problem.of(ErrorCode.UNKNOWN_FIELD, "There is no field %s here.".formatted(pointer(e)));
    } catch (MismatchedInputException e) {
      throw Problem.of(
          ErrorCode.MALFORMED, "The value at %s has the wrong type.".formatted(pointer(e)));
    } catch (JsonMappingException e) {
      throw Problem.of(
          ErrorCode.MALFORMED, "The value at %s cannot be read.".formatted(pointer(e)));
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw Problem.of(
          ErrorCode.MALFORMED,
          at == null
              ? "The body is not JSON."
              : "The body is not JSON: line %d, column %d."
                  .formatted(at.getLineNr(), at.getColumnNr()));
    } catch (IOException e) {
      throw Problem.of(ErrorCode.MALFORMED, "The body is not JSON.");
    }
  }

  private static String pointer(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName())
            .map(name -> NAME.matcher(name).matches() ? name : "?")
            .collect(Collectors.joining("/"));
    return "/" + path;
  }

  private static Problem.Fault fault(ConstraintViolation<?> violation) {
    // A list's element has a node of its own, which has no place in a pointer.
    String path = violation.getPropertyPath().toString().replaceAll("\\.<[^>]+>", "");
    String pointer = "/" + snake(path.replaceAll("\\[(\\d+)]", ".$1"));
    String code =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return new Problem.Fault(pointer, snake(code), violation.getMessage());
  }

  private static String snake(String camel) {
    String underscored = camel.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1");
    return underscored.toLowerCase(java.util.Locale.ROOT).replace('.', '/');
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] as, MediaType media) {
    return type.isRecord() || List.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      Object body,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(Json.bytes(body));
  }
}
