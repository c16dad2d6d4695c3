package org.openpriorauth.architecture;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What secrets look like. A finding names its kind and place, and never says the secret again. */
final class SecretKind {
  private static final String NAMED =
      "(?:password|passwd|secret|token|api[-_.]?key|private[-_.]?key|credential)s?";

  /** Shapes that their issuers gave them so that they are found. */
  private static final Map<String, Pattern> EVERYWHERE =
      new TreeMap<>(
          Map.ofEntries(
              kind(
                  "private key",
                  "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\"+\\\\n]*[A-Za-z0-9+/]{40}"),
              kind("AWS key", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
              kind("GitHub token", "\\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\\w{60,})"),
              kind("GitLab token", "\\bglpat-[A-Za-z0-9_-]{20}"),
              kind("Slack token", "\\bxox[abeprs]-[A-Za-z0-9-]{20,}"),
              kind("Google key", "\\bAIza[0-9A-Za-z_-]{35}"),
              kind("Stripe key", "\\b[rs]k_live_[0-9A-Za-z]{20,}"),
              kind("Twilio key", "\\bSK[0-9a-f]{32}\\b"),
              kind("SendGrid key", "\\bSG\\.[\\w-]{22}\\.[\\w-]{43}"),
              kind("model key", "\\bsk-(?:ant|proj|svcacct)-[A-Za-z0-9_-]{24,}"),
              kind("npm token", "\\bnpm_[A-Za-z0-9]{36}\\b"),
              kind("Vault token", "\\bhv[sb]\\.[A-Za-z0-9_-]{24,}"),
              kind("signed token", "\\beyJ[\\w-]{16,}\\.eyJ[\\w-]{16,}\\.[\\w-]{16,}"),
              kind(
                  "password in an address",
                  "\\b[a-z][a-z0-9+]{2,12}://[^\\s/:@\"']{1,64}:[^\\s/:@\"'$<{%]{3,64}@[a-z0-9]"),
              kind("key of 32 bytes", "(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])")));

  /** A literal with letters and digits, given to something that is called a secret. */
  private static final Pattern IN_CODE =
      Pattern.compile(
          "(?i)"
              + NAMED
              + "[a-z_]{0,20}[\"']?\\s{0,3}[=:]\\s{0,3}[\"'](?=[^\"']*\\d)(?=[^\"']*[a-z])[^\\s\"'$%{<]{8,}[\"']");

  /** In settings whatever is not left to the site: "${…}", "…", "&lt;…&gt;", "$VARIABLE". */
  private static final Pattern IN_SETTINGS =
      Pattern.compile(
          "(?im)^\\s{0,20}[^#\\s=:]{0,60}"
              + NAMED
              + "[\"']?[ \\t]{0,3}[=:][ \\t]{0,3}[\"']?[^\\s\"'$<{\u00e2#,][^\\s\"']{3,}");

  private static final Pattern SETTINGS =
      Pattern.compile(".*\\.(properties|ya?ml|env|conf|toml|ini|cli|asadmin|sh)|(.*/)?\\.env.*");

  private SecretKind() {}

  private static Map.Entry<String, Pattern> kind(String name, String form) {
    return Map.entry(name, Pattern.compile(form));
  }

  /** The kinds that a file holds, read as ISO 8859-1 so that any bytes have characters. */
  static List<String> in(String file, String text) {
    Stream<String> everywhere =
        EVERYWHERE.entrySet().stream()
            .filter(kind -> kind.getValue().matcher(text).find())
            .map(Map.Entry::getKey);
    String name = file.toLowerCase(Locale.ROOT);
    Stream<String> settings =
        SETTINGS.matcher(name).matches() && IN_SETTINGS.matcher(text).find()
            ? Stream.of("assigned in settings")
            : Stream.empty();
    Stream<String> code =
        !name.endsWith(".class") && IN_CODE.matcher(text).find()
            ? Stream.of("assigned in code")
            : Stream.empty();
    return Stream.of(everywhere, settings, code).flatMap(s -> s).toList();
  }

  /** One of each; put together here, so that this file holds none. */
  static Stream<Arguments> samples() {
    String letters = "Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb7dEf0hIj3kLm6nOp9qRs2tUv5w";
    String capitals = "Q3W6E9R2T5Y8U1I4";
    String hex = "0123456789abcdef0123456789abcdef";
    String code = "A.java";
    return Stream.of(
        Arguments.of("private key", "key.txt", "-----BEGIN RSA PRIVATE" + " KEY-----\n" + letters),
        Arguments.of("private key", code, "\"-----BEGIN PRIVATE" + " KEY-----\\n\" + \"" + letters),
        Arguments.of("AWS key", code, "AK" + "IA" + capitals),
        Arguments.of("GitHub token", code, "gh" + "p_" + letters.substring(0, 36)),
        Arguments.of("GitLab token", code, "gl" + "pat-" + letters.substring(0, 20)),
        Arguments.of("Slack token", code, "xo" + "xb-" + letters.substring(0, 24)),
        Arguments.of("Google key", code, "AI" + "za" + letters.substring(0, 35)),
        Arguments.of("Stripe key", code, "sk_" + "live_" + letters.substring(0, 24)),
        Arguments.of("Twilio key", code, "S" + "K" + hex),
        Arguments.of(
            "SendGrid key",
            code,
            "S" + "G." + letters.substring(0, 22) + "." + letters.substring(0, 43)),
        Arguments.of("model key", code, "sk-" + "ant-" + letters),
        Arguments.of("npm token", code, "np" + "m_" + letters.substring(0, 36)),
        Arguments.of("Vault token", code, "hv" + "s." + letters.substring(0, 24)),
        Arguments.of("signed token", "a.http", "ey" + "J" + hex + ".ey" + "J" + hex + "." + hex),
        Arguments.of("password in an address", "a.md", "https:" + "//ada:" + "winter9@git.example"),
        Arguments.of("key of 32 bytes", "a.xml", ">" + letters.substring(0, 43) + "=" + "<"),
        Arguments.of("assigned in code", code, "String pass" + "word = \"winter9winter\";"),
        Arguments.of("assigned in code", "a.json", "{\"api_" + "key\": \"winter9winter\"}"),
        Arguments.of("assigned in settings", "a.properties", "db.pass" + "word=winter"),
        Arguments.of("assigned in settings", "a.yml", "  pass" + "word: winter"));
  }

  /** What a site fills in, and names. */
  static Stream<Arguments> harmless() {
    return Stream.of(
        Arguments.of("a.properties", "db.password=${env.DB_PASSWORD}\nother=1"),
        Arguments.of("a.properties", "db.password=\nother=1"),
        Arguments.of("a.sh", "OPENPRIORAUTH_OWNER_PASSWORD=\u00e2\u0080\u00a6 java -jar a.jar"),
        Arguments.of("a.sh", "PASSWORD=\"$1\""),
        Arguments.of("A.java", "String PASSWORD = \"OPENPRIORAUTH_OWNER_PASSWORD\";"),
        Arguments.of("a.md", "https://fhir.payer.example:8443/r4"));
  }
}
