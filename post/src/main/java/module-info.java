/// Mail out of the house, by SMTP.
module fr.bastide.post {
  requires transitive fr.bastide.loop;
  requires static transitive org.jspecify;
  requires jakarta.mail;

  exports fr.bastide.post;
}
