package org.openpriorauth.criteria;

import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;

/** The form of a policy pack, for editors and for programs that write packs. */
@Stateless
public class PolicySchema {
  private static final String FILE = "policy-pack.schema.json";

  @Requires("policy:read")
  public String text(Caller caller) {
    try (InputStream in = PolicySchema.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
