import './ui/global.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/answers/query-client.ts';
import { takeKeyFromAddress } from './app/client/index.ts';
import { router } from './app/routes.tsx';
import { startTheme } from './app/theme/theme.ts';
import { startWords } from './app/words/language.ts';

startTheme();
await Promise.all([takeKeyFromAddress(), startWords()]);

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Suspense>
          <RouterProvider router={router} />
        </Suspense>
      </QueryClientProvider>
    </StrictMode>,
  );
}
