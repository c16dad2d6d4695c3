package org.openpriorauth.keys;

/** The master key is out of reach, or does not open what is asked. Says what to look at. */
public class MasterKeyException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public MasterKeyException(String message) {
    super(message);
  }

  public MasterKeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
