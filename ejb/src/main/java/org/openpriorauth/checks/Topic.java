package org.openpriorauth.checks;

/**
 * What is looked at, in the order in which it is shown: to whom it belongs, and which permission
 * its facts need beside the one that opens the checks.
 */
public enum Topic {
  DATABASE("database", "Database", Of.INSTALLATION, Safeguard.ACCESS_CONTROL),
  CLOCK("clock", "Clock", Of.INSTALLATION, Safeguard.AUDIT_CONTROLS),
  BROKER("broker", "Message broker", Of.INSTALLATION, Safeguard.AVAILABILITY),
  STORAGE("storage", "Document store", Of.INSTALLATION, Safeguard.AVAILABILITY),
  CERTIFICATES("certificates", "Certificates", Of.INSTALLATION, Safeguard.TRANSMISSION),
  KEYS("keys", "Age of the keys", Of.INSTALLATION, Safeguard.ENCRYPTION),
  BACKUP("backup", "Backup", Of.INSTALLATION, Safeguard.BACKUP),
  SIGN_IN_RULES("sign-in-rules", "Sign-in rules", Of.INSTALLATION, Safeguard.AUTOMATIC_LOGOFF),
  INSTALLATION_TRAIL(
      "installation-trail", "The installation's audit trail", Of.INSTALLATION, Safeguard.INTEGRITY),
  PAYERS(
      "payers", "Addresses of payers and of the language model", Of.CLINIC, Safeguard.TRANSMISSION),
  READING("reading", "What the reading claims", Of.CLINIC, Safeguard.AVAILABILITY),
  DEFAULT_PASSWORDS("default-passwords", "Default passwords", Of.PEOPLE, Safeguard.PASSWORDS),
  SECOND_FACTORS("second-factors", "Second factors", Of.PEOPLE, Safeguard.AUTHENTICATION),
  DORMANT_ACCOUNTS(
      "dormant-accounts", "Dormant accounts", Of.PEOPLE, Safeguard.ACCESS_MODIFICATION),
  TRAINING("training", "Training", Of.PEOPLE, Safeguard.TRAINING),
  AUDIT_TRAIL("audit-trail", "Audit trail", Of.TRAIL, Safeguard.AUDIT_CONTROLS);

  /** Whose facts a check is about. */
  private enum Of {
    INSTALLATION("checks:installation"),
    CLINIC("checks:read"),
    PEOPLE("user:read"),
    TRAIL("audit:read");

    private final String needs;

    Of(String needs) {
      this.needs = needs;
    }
  }

  private final String word;
  private final String title;
  private final Of of;
  private final Safeguard safeguard;

  Topic(String word, String title, Of of, Safeguard safeguard) {
    this.word = word;
    this.title = title;
    this.of = of;
    this.safeguard = safeguard;
  }

  /** For programs, tables and logs. */
  public String word() {
    return word;
  }

  public String title() {
    return title;
  }

  /** Whether it is about what all clinics share, and says nothing of any. */
  public boolean ofInstallation() {
    return of == Of.INSTALLATION;
  }

  /** The permission that its facts need. */
  public String needs() {
    return of.needs;
  }

  public Safeguard safeguard() {
    return safeguard;
  }
}
