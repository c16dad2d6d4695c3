package org.openpriorauth.kernel;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Tells the server's token check our key, our issuer and our audience, and tells nobody else: the
 * names of MicroProfile JWT are the same for every application of a server, so a site that set them
 * in the environment would break its other applications' sign-in, or they ours. Only the EAR's
 * class loader sees this source, and it wins over the environment.
 */
public class TokenVerification implements ConfigSource {
  private static final int ABOVE_EVERYTHING = 500;
  private static final String KEY = "mp.jwt.verify.publickey";
  private static final String ISSUER = "mp.jwt.verify.issuer";
  private static final String AUDIENCE = "mp.jwt.verify.audiences";
  private static final String OUR_KEY = "openpriorauth.token.public-key";
  private static final String OUR_AUDIENCE = "openpriorauth.token.audience";

  private final Map<String, String> properties;

  public TokenVerification() {
    String key = said(OUR_KEY);
    String audience = said(OUR_AUDIENCE);
    Map<String, String> told = new HashMap<>();
    told.put(ISSUER, issuer());
    told.put(AUDIENCE, audience == null ? "https://openpriorauth.org/api" : audience);
    if (key != null) {
      told.put(KEY, TokenKeys.verifying(key));
    }
    properties = Map.copyOf(told);
  }

  @Override
  public Map<String, String> getProperties() {
    return properties;
  }

  @Override
  public Set<String> getPropertyNames() {
    return getProperties().keySet();
  }

  @Override
  public String getValue(String name) {
    return getProperties().get(name);
  }

  @Override
  public int getOrdinal() {
    return ABOVE_EVERYTHING;
  }

  @Override
  public String getName() {
    return "openpriorauth-token-verification";
  }

  /** By the site: other sources of configuration cannot be asked while this one is made. */
  private static String said(String name) {
    String property = System.getProperty(name);
    String variable = name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    return property == null ? System.getenv(variable) : property;
  }

  private static String issuer() {
    return "https://openpriorauth.org/issuer";
  }
}
