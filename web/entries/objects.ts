/** The catalogue: brings the card the address names into view; the browser does so only for a fragment. */
const here = document.querySelector('.card[data-here]');
if (here && !location.hash) here.scrollIntoView({ block: 'center' });
