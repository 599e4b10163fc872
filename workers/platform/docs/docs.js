// Runs in the browser on `/docs`. The document is next to the page, under any host and prefix.
SwaggerUIBundle({
  url: location.pathname.replace(/\/docs\/*$/, '/openapi.json'),
  domNode: document.getElementById('docs'),
  deepLinking: true,
  displayRequestDuration: true,
  docExpansion: 'none',
  filter: true,
  persistAuthorization: false,
  // The default sends the document's address to a validator on the internet.
  validatorUrl: null,
});
