package org.openpriorauth.checks;

/**
 * The safeguards of the HIPAA Security Rule (45 CFR part 164, subpart C) that a check bears on.
 * That a check passes does not mean that its safeguard is met: it is evidence for who judges that.
 */
public enum Safeguard {
  AVAILABILITY("45 CFR 164.306(a)(1)", "Confidentiality, integrity and availability"),
  ACCESS_MODIFICATION("45 CFR 164.308(a)(4)(ii)(C)", "Access establishment and modification"),
  TRAINING("45 CFR 164.308(a)(5)(i)", "Security awareness and training"),
  PASSWORDS("45 CFR 164.308(a)(5)(ii)(D)", "Password management"),
  BACKUP("45 CFR 164.308(a)(7)(ii)(A)", "Data backup plan"),
  ACCESS_CONTROL("45 CFR 164.312(a)(1)", "Access control"),
  AUTOMATIC_LOGOFF("45 CFR 164.312(a)(2)(iii)", "Automatic logoff"),
  ENCRYPTION("45 CFR 164.312(a)(2)(iv)", "Encryption and decryption"),
  AUDIT_CONTROLS("45 CFR 164.312(b)", "Audit controls"),
  INTEGRITY("45 CFR 164.312(c)(1)", "Integrity"),
  AUTHENTICATION("45 CFR 164.312(d)", "Person or entity authentication"),
  TRANSMISSION("45 CFR 164.312(e)(1)", "Transmission security");

  private final String citation;
  private final String title;

  Safeguard(String citation, String title) {
    this.citation = citation;
    this.title = title;
  }

  public String citation() {
    return citation;
  }

  /** As the rule heads it. */
  public String title() {
    return title;
  }
}
