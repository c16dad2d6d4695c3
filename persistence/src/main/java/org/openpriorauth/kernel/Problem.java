package org.openpriorauth.kernel;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Objects;

/**
 * The one exception that services throw on purpose. It rolls the transaction back and reaches the
 * door as it is; its text is shown to people, so it holds no patient data.
 */
@ApplicationException(rollback = true)
public class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * One value that was not acceptable.
   *
   * @param pointer JSON pointer into the request, e.g. {@code /birth_date}
   * @param code a word for programs, e.g. {@code in_future}
   * @param detail a sentence for people
   */
  public record Fault(String pointer, String code, String detail) implements java.io.Serializable {}

  private final ErrorCode code;
  private final transient List<Fault> faults;

  private Problem(ErrorCode code, String detail, List<Fault> faults, Throwable cause) {
    super(detail, cause);
    this.code = Objects.requireNonNull(code);
    this.faults = List.copyOf(faults);
  }

  /** For a problem that tells programs more than its code. */
  protected Problem(ErrorCode code, String detail) {
    this(code, detail, List.of(), null);
  }

  public static Problem of(ErrorCode code) {
    return new Problem(code, code.title() + ".", List.of(), null);
  }

  public static Problem of(ErrorCode code, String detail) {
    return new Problem(code, detail, List.of(), null);
  }

  public static Problem of(ErrorCode code, String detail, Throwable cause) {
    return new Problem(code, detail, List.of(), cause);
  }

  /** Understood, but these values will not do. */
  public static Problem invalid(List<Fault> faults) {
    return new Problem(ErrorCode.INVALID, ErrorCode.INVALID.title() + ".", faults, null);
  }

  public static Problem invalid(String pointer, String code, String detail) {
    return invalid(List.of(new Fault(pointer, code, detail)));
  }

  public ErrorCode code() {
    return code;
  }

  public List<Fault> faults() {
    return faults == null ? List.of() : faults;
  }
}
