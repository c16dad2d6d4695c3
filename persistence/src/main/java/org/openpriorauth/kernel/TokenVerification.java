package org.openpriorauth.kernel;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Tells the server's token check our key and our issuer, and tells nobody else: the names of
 * MicroProfile JWT are the same for every application of a server, so a site that set them in the
 * environment would break its other applications' sign-in, or they ours. Only the EAR's class
 * loader sees this source, and it wins over the environment.
 */
public class TokenVerification implements ConfigSource {
  private static final int ABOVE_EVERYTHING = 500;
  private static final String KEY = "mp.jwt.verify.publickey";
  private static final String ISSUER = "mp.jwt.verify.issuer";
  private static final String OUR_KEY = "openpriorauth.token.public-key";
  private static final String OUR_KEY_VARIABLE = "OPENPRIORAUTH_TOKEN_PUBLIC_KEY";

  private final Map<String, String> properties;

  public TokenVerification() {
    String key = key();
    properties =
        key == null
            ? Map.of(ISSUER, issuer())
            : Map.of(KEY, TokenKeys.verifying(key), ISSUER, issuer());
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

  private static String key() {
    String property = System.getProperty(OUR_KEY);
    return property == null ? System.getenv(OUR_KEY_VARIABLE) : property;
  }

  private static String issuer() {
    return "https://openpriorauth.org/issuer";
  }
}
