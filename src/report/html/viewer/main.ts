import './viewer.css';

document.documentElement.dataset['state'] = 'ready';
