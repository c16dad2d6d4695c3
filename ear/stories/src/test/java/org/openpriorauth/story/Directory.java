package org.openpriorauth.story;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import org.openpriorauth.launcher.Ports;

/** A hospital's directory (LDAP): one nurse, and the group that she is in. */
final class Directory {
  static final int PORT = Ports.any();

  private static InMemoryDirectoryServer server;

  private Directory() {}

  /**
   * @param password of everybody in it, and of who may look things up
   */
  static synchronized void start(String password) {
    if (server != null) {
      return;
    }
    try {
      InMemoryDirectoryServerConfig config =
          new InMemoryDirectoryServerConfig("dc=hospital,dc=example");
      config.setSchema(null);
      config.addAdditionalBindCredentials("cn=reader", password);
      config.setListenerConfigs(
          InMemoryListenerConfig.createLDAPConfig(
              "ldap", InetAddress.getLoopbackAddress(), PORT, null));
      server = new InMemoryDirectoryServer(config);
      server.add("dn: dc=hospital,dc=example", "objectClass: domain", "dc: hospital");
      folder("people");
      folder("groups");
      server.add(
          "dn: uid=dora,ou=people,dc=hospital,dc=example",
          "objectClass: inetOrgPerson",
          "uid: dora",
          "cn: Dora Haas",
          "givenName: Dora",
          "sn: Haas",
          "mail: dora@hospital.example",
          "userPassword: " + password);
      server.add(
          "dn: cn=pa-nurses,ou=groups,dc=hospital,dc=example",
          "objectClass: groupOfNames",
          "cn: pa-nurses",
          "member: uid=dora,ou=people,dc=hospital,dc=example");
      server.startListening();
    } catch (LDAPException | LDIFException e) {
      throw new AssertionError(e);
    }
  }

  private static void folder(String name) throws LDAPException, LDIFException {
    server.add(
        "dn: ou=" + name + ",dc=hospital,dc=example",
        "objectClass: organizationalUnit",
        "ou: " + name);
  }
}
